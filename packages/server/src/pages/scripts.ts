import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { FlightSettings } from '../registry/flight-settings.ts';
import type { BuilderGrants } from '../auth/builder-grants.ts';
import { NO_BUILDER, prologue, withoutFlight } from './prologue.ts';
import { encodingFor, scriptWithPrologue } from './script-with-prologue.ts';

/** How long a page may use a script without asking: long enough to cost nothing, short enough that an upgrade reaches every page soon. */
const MAX_AGE_S = 300;
/** With a flight's settings in it, a script is asked for again this soon: changed settings reach pages within it. */
const SETTINGS_MAX_AGE_S = 60;
/** The scripts that a page's own tag names. */
const WITH_SETTINGS = new Set(['/sightline.js', '/logui.js']);

const BUILDER = '/sightline-builder.js';

/** The tracker's scripts at the root, readable from every site: `/sightline.js` and whatever it loads; with `?token=` the flight's settings come with it. */
export const scripts =
  (
    root: string,
    { settingsOf, grants }: { settingsOf: (token: string) => Promise<FlightSettings | undefined>; grants: Pick<BuilderGrants, 'check'> },
  ): FastifyPluginAsync =>
  async (app) => {
    const script = scriptWithPrologue((file) => readFile(join(root, file), 'utf8'));

    const sendWithSettings = async (request: FastifyRequest, reply: FastifyReply, file: string, token: string) => {
      const settings = await settingsOf(token);
      const encoding = encodingFor(request.headers['accept-encoding']);
      const { body, etag } = await script(
        file,
        (text) => (settings ? prologue(file, text, { token, ...settings }) : withoutFlight(file, text)),
        settings ? [token, settings.newest.hash, ...settings.parameters].join(' ') : '',
        encoding,
      );
      forEverySite(reply, SETTINGS_MAX_AGE_S).type('text/javascript; charset=utf-8').header('etag', etag).header('vary', 'accept-encoding');
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      return (encoding === 'identity' ? reply : reply.header('content-encoding', encoding)).send(body);
    };

    /** The builder goes to nobody without a grant for the token's flight. */
    const refuseBuilder = async (question: URLSearchParams, reply: FastifyReply) => {
      const settings = await settingsOf(question.get('token') ?? '');
      const granted = await grants.check(question.get('grant') ?? '');
      if (settings && granted?.flight === settings.gate.flight) return undefined;
      return forEverySite(reply, 0).type('text/javascript; charset=utf-8').send(NO_BUILDER);
    };

    app.addHook('onRequest', async (request, reply) => {
      const [path = '', question] = request.url.split('?');
      if (path === BUILDER) return refuseBuilder(new URLSearchParams(question), reply);
      if (question === undefined || !WITH_SETTINGS.has(path)) return undefined;
      const token = new URLSearchParams(question).get('token');
      return token === null ? undefined : sendWithSettings(request, reply, path, token);
    });

    await app.register(fastifyStatic, {
      root,
      prefix: '/',
      wildcard: false,
      index: false,
      decorateReply: false,
      preCompressed: true,
      setHeaders(reply) {
        forEverySite(reply, MAX_AGE_S);
      },
    });
  };

const forEverySite = <Reply extends Pick<FastifyReply, 'header'>>(reply: Reply, maxAgeS: number): Reply => {
  reply.header('cache-control', `public, max-age=${maxAgeS}`);
  reply.header('access-control-allow-origin', '*');
  reply.header('cross-origin-resource-policy', 'cross-origin');
  reply.header('timing-allow-origin', '*');
  return reply;
};
