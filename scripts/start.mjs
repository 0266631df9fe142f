import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';

await ensureInstalled();
await ensureBuilt();
process.argv.splice(2, 0, 'serve');
await import('../packages/server/dist/cli/index.js');
