import type { FastifyRequest } from 'fastify';
import type { Caller } from '../auth/better-auth.ts';

/** Who asks, as attempts are counted and sessions remember it. */
export const caller = (request: FastifyRequest): Caller => ({ address: request.ip, agent: request.headers['user-agent'] ?? '' });
