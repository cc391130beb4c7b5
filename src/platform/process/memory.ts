import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Lets the heap grow by half of what lives in it, not by several times that. Together with
 * `--max-semi-space-size=8`, which Node must be started with, an import of any length stays below
 * 300 MB (docs/benchmarks.md). What lives is known once it was collected, which V8 puts off until
 * the heap has doubled; so it is collected here, when the program is loaded.
 */
export function growSlowly(): void {
  setFlagsFromString('--heap-growing-percent=50');
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}
