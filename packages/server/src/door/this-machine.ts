import type { IncomingMessage } from 'node:http';

const FORWARDING = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-real-ip',
  'x-client-ip',
  'via',
  'cf-connecting-ip',
  'true-client-ip',
];

/**
 * Whether a request surely comes from this machine itself. Behind a proxy everything comes from loopback, so a trace of one, or a
 * public address in the configuration, rules it out.
 */
export function isThisMachine(request: IncomingMessage, publicUrl: string | undefined): boolean {
  if (publicUrl !== undefined || !isLoopback(request.socket.remoteAddress ?? '')) return false;
  return FORWARDING.every((header) => request.headers[header] === undefined);
}

const isLoopback = (address: string): boolean => address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
