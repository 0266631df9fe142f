import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';

/** Which proxies to believe: all, so many hops, or these addresses and networks. */
export type TrustedProxies = boolean | number | string[];

/** Answers the address a request comes from; behind trusted proxies, what they say. Sockets and HTTP ask the same way. */
export function addressOf(trusted: TrustedProxies): (request: IncomingMessage) => string {
  if (trusted === false || trusted === 0) return direct;
  const isTrusted = trustOf(trusted);
  return (request) => (request.headers['x-forwarded-for'] === undefined ? direct(request) : proxyAddr(request, isTrusted));
}

const direct = (request: IncomingMessage): string => request.socket.remoteAddress ?? '';

function trustOf(trusted: Exclude<TrustedProxies, false>): (address: string, hop: number) => boolean {
  if (trusted === true) return () => true;
  return typeof trusted === 'number' ? (_address, hop) => hop < trusted : proxyAddr.compile(trusted);
}
