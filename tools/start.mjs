// npm start: installs and builds what is missing, then runs Atrio.
import { become, ensureBuilt, ensureInstalled, nodePath } from './bootstrap.mjs';

ensureInstalled();
ensureBuilt();
// small steps of the collector: half the memory for little more of CPU (docs/benchmarks.md)
become(nodePath(), ['--max-semi-space-size=8', 'src/main.ts', ...process.argv.slice(2)]);
