import { setFlagsFromString } from 'node:v8';

/**
 * Lets the heap grow by half of what lives in it, not by several times that. Together with
 * `--max-semi-space-size=8`, which Node must be started with, an import of any length stays below
 * 300 MB (docs/benchmarks.md).
 */
export function growSlowly(): void {
  setFlagsFromString('--heap-growing-percent=50');
}
