import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';

/** Addresses that belong to programs: an unknown one is an error there, never a page. */
const FOR_PROGRAMS = /^\/(api|v1|ws|user|assets|shop|search|logui-test|unt)\b/;

/** The console: its files, and its one page for every address that is nothing else. */
export const consolePages =
  (root: string): FastifyPluginAsync =>
  async (app) => {
    await app.register(fastifyStatic, {
      root: `${root}/assets`,
      prefix: '/assets/',
      immutable: true,
      maxAge: '1y',
      preCompressed: true,
      decorateReply: false,
    });
    await app.register(fastifyStatic, { root, serve: false });
    app.setNotFoundHandler((request, reply) => (isForPeople(request) ? page(reply, root) : notFound(request, reply)));
  };

const isForPeople = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' && !FOR_PROGRAMS.test(url) && (headers.accept ?? '').includes('text/html');

const page = (reply: FastifyReply, root: string) => reply.header('cache-control', 'no-cache').sendFile('index.html', root);

const notFound = ({ method, url }: FastifyRequest, reply: FastifyReply) =>
  reply.code(404).send({ error: 'notFound', message: `There is no ${method} ${url.split('?')[0]}.`, retry: false });
