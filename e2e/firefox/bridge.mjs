#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { WebSocket, WebSocketServer } from 'ws';

/*
 * Stands between Playwright and an installed Firefox. Playwright drives Firefox by WebDriver BiDi and begins each context with a command
 * that today's Firefox does not know; what is not there is answered as done here, and everything else goes through untouched.
 */
const UNKNOWN_TO_FIREFOX = new Set(['emulation.setMediaFeaturesOverride']);

const firefox = spawn(process.env.FIREFOX_PATH, process.argv.slice(2), { stdio: ['ignore', 'inherit', 'pipe'] });
firefox.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => firefox.kill(signal));

createInterface({ input: firefox.stderr }).on('line', (line) => {
  const [, address] = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(line) ?? [];
  if (!address) return process.stderr.write(`${line}\n`);
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('listening', () => process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${server.address().port}\n`));
  server.on('connection', (near, { url }) => carry(near, new WebSocket(`${address}${url}`)));
});

function carry(near, far) {
  const early = [];
  near.on('message', (data) => {
    const text = String(data);
    const { id, method } = JSON.parse(text);
    if (UNKNOWN_TO_FIREFOX.has(method)) near.send(JSON.stringify({ type: 'success', id, result: {} }));
    else if (far.readyState === WebSocket.OPEN) far.send(text);
    else early.push(text);
  });
  far.on('open', () => early.forEach((text) => far.send(text)));
  far.on('message', (data) => near.send(String(data)));
  near.on('close', () => far.close());
  far.on('close', () => near.close());
}
