import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { hasSessionCookie } from '../auth/better-auth.ts';
import { sessionQuestions } from './session-questions.ts';

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
    const sessionPage = await readFile(join(root, 'session.html'), 'utf8');
    app.setNotFoundHandler((request, reply) => {
      if (!isForPeople(request)) return notFound(request, reply);
      const questions = sessionQuestions(request.url);
      return questions.length > 0 ? reply.headers(FRESH).send(withQuestions(sessionPage, questions, request)) : page(reply, root);
    });
  };

const isForPeople = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' && !FOR_PROGRAMS.test(url) && (headers.accept ?? '').includes('text/html');

const page = (reply: FastifyReply, root: string) => reply.header('cache-control', 'no-cache').sendFile('index.html', root);

const FRESH = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };

/** The page of a session, with its first questions put in front of its scripts: the answers come while those are read. */
function withQuestions(html: string, questions: readonly string[], { headers }: FastifyRequest): string {
  // Nobody's questions would only be refused.
  if (!hasSessionCookie(headers.cookie)) return html;
  const links = questions.map((url) => `<link rel="preload" as="fetch" crossorigin href="${url.replaceAll('&', '&amp;')}">`);
  return html.replace('<head>', `<head>\n    ${links.join('\n    ')}`);
}

const notFound = ({ method, url }: FastifyRequest, reply: FastifyReply) =>
  reply.code(404).send({ error: 'notFound', message: `There is no ${method} ${url.split('?')[0]}.`, retry: false });
