// Measures one file of bench/rows, in this process, for bench/run.ts.
import type { Bench } from './row.ts';

const [name = ''] = process.argv.slice(2);
const { bench } = (await import(`./rows/${name}.ts`)) as { bench: Bench };
const rows = await bench.measure();
process.send?.(rows);
process.disconnect?.();
