// npm run build: everything that is made from sources, if it is not there already.
import { ensureBuilt, ensureInstalled } from './bootstrap.mjs';

ensureInstalled();
ensureBuilt();
