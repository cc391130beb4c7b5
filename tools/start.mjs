// npm start: installs and builds what is missing, then runs Atrio.
import { become, ensureBuilt, ensureInstalled, nodePath } from './bootstrap.mjs';

ensureInstalled();
ensureBuilt();
become(nodePath(), ['src/main.ts', ...process.argv.slice(2)]);
