import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { addressOf, type TrustedProxies } from './address-of.ts';

test.each<[TrustedProxies, string | undefined, string]>([
  [false, '192.0.2.1', '127.0.0.1'],
  [0, '192.0.2.1', '127.0.0.1'],
  [true, undefined, '127.0.0.1'],
  [true, '192.0.2.1', '192.0.2.1'],
  [true, '198.51.100.7, 192.0.2.1', '198.51.100.7'],
  [1, '198.51.100.7, 192.0.2.1', '192.0.2.1'],
  [2, '198.51.100.7, 192.0.2.1', '198.51.100.7'],
  [['loopback'], '198.51.100.7, 192.0.2.1', '192.0.2.1'],
  [['loopback', '192.0.2.0/24'], '198.51.100.7, 192.0.2.1', '198.51.100.7'],
  [['10.0.0.0/8'], '192.0.2.1', '127.0.0.1'],
])('trusting %o, a request forwarded for %s comes from %s', (trusted, forwarded, address) => {
  const request = new IncomingMessage(Object.defineProperty(new Socket(), 'remoteAddress', { value: '127.0.0.1' }));
  if (forwarded !== undefined) request.headers['x-forwarded-for'] = forwarded;
  expect(addressOf(trusted)(request)).toBe(address);
});
