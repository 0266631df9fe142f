import { Readable } from 'node:stream';
import { HttpError, isUuid, type SessionNews } from '@sightline/protocol';
import type { FastifyPluginAsync } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import type { ApiDeps } from './api-deps.ts';
import { refuse } from './refuse.ts';

const SessionPath = Type.Object({ id: Type.String() });

/** An answer ends after so long, and is asked for again: whoever may no longer look is then refused. */
const WATCH_MS = 60_000;
/** A line without news now and then, for proxies that end what is silent. */
const SIGN_OF_LIFE_MS = 15_000;
/** What a watcher may be behind, in characters; it then has to ask for what it missed. */
const BEHIND = 8 * 1024 * 1024;
const WATCHING: SessionNews = { watching: true };

/** What becomes safe of a session, told as it comes. */
export const sessionNewsApi =
  ({ accounts, store, sessionWatchers }: Pick<ApiDeps, 'accounts' | 'store' | 'sessionWatchers'>): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));
    api.get<{ Params: Static<typeof SessionPath> }>(
      '/sessions/:id/news',
      {
        schema: {
          tags: ['Recordings'],
          summary: 'What becomes safe of a running session, a line of JSON each, for a minute',
          params: SessionPath,
          response: { '4xx': HttpError },
        },
      },
      async ({ params: { id } }, reply) => {
        const flight = isUuid(id) ? await store.sessionFlight({ session: id }) : undefined;
        if (flight === undefined)
          return refuse(reply, { refusal: 'notFound', field: 'id', message: `There is no session ${JSON.stringify(id)}` });
        const lines = new Readable({ read: () => undefined, highWaterMark: BEHIND });
        const tell = (line: string) => {
          if (lines.readableLength > BEHIND) lines.destroy();
          else lines.push(`${line}\n`);
        };
        const forget = sessionWatchers.watch({ session: id, flight }, tell);
        const alive = setInterval(() => lines.push('\n'), SIGN_OF_LIFE_MS);
        const stop = () => {
          forget();
          clearInterval(alive);
          clearTimeout(end);
        };
        const end = setTimeout(() => {
          stop();
          lines.push(null);
        }, WATCH_MS);
        lines.once('close', stop);
        tell(JSON.stringify(WATCHING));
        // Proxies must hand on each line as it comes.
        return reply
          .headers({ 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' })
          .type('application/x-ndjson')
          .send(lines);
      },
    );
  };
