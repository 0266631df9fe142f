import type { FastifyReply } from 'fastify';

const MAX_AGE_S = 600;

/** Lets a page of an allowed origin read the answer; never with credentials. */
export const allowOrigin = (reply: FastifyReply, origin: string): FastifyReply =>
  reply.header('access-control-allow-origin', origin).header('vary', 'origin');

/** Lets a page of an allowed origin post JSON. */
export const allowPost = (reply: FastifyReply, origin: string): FastifyReply =>
  allowOrigin(reply, origin)
    .header('access-control-allow-methods', 'POST')
    .header('access-control-allow-headers', 'content-type')
    .header('access-control-max-age', MAX_AGE_S);
