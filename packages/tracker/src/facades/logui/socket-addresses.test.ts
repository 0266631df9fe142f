import { expect, test } from 'vitest';
import { socketAddresses } from './socket-addresses.ts';

test.each([
  ['ws://localhost:8000/ws/endpoint/', 'http://localhost:8000/v1/collect'],
  ['wss://example.org/stats/ws/endpoint', 'https://example.org/stats/v1/collect'],
  ['wss://example.org/elsewhere', 'https://example.org/v1/collect'],
])('beside %s requests go to %s', (endpoint, collect) => {
  expect(socketAddresses(endpoint)).toEqual({ socket: endpoint, collect });
});
