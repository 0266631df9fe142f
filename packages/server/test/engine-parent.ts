import { embeddedEngine } from '../src/engine/embedded-engine.ts';

// A process with an embedded engine of its own, for tests that kill it: says when it is awake, and asks for a long query when told to.
const [directory = '', childScript = ''] = process.argv.slice(2);
const engine = embeddedEngine({ directory, childScript, log: { info: () => undefined, warn: () => undefined } });
await engine.use((client) => client.ping());
process.send?.('awake');
process.on(
  'message',
  () => void engine.use((client) => client.query({ query: 'SELECT sum(sleepEachRow(1)) FROM numbers(60) SETTINGS max_block_size = 1' })),
);
