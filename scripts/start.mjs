import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { endWith } from './run.mjs';

try {
  await ensureInstalled();
  await ensureBuilt();
} catch (error) {
  endWith(error);
}
process.argv.splice(2, 0, 'serve');
const { main } = await import('../packages/server/dist/cli/main.js');
await main();
