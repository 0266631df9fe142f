import { HttpError, PublicSettings } from '@sightline/protocol';
import type { FastifyPluginAsync } from 'fastify';
import type { FlightSettings } from '../registry/flight-settings.ts';

const MAX_AGE_S = 60;

/** `GET /v1/settings?token=…`: what a flight records, for pages that bring the tracker themselves. Readable from everywhere, as the token is. */
export const publicSettings =
  (settingsOf: (token: string) => Promise<FlightSettings | undefined>): FastifyPluginAsync =>
  async (app) => {
    app.get<{ Querystring: { token?: string } }>('/v1/settings', async ({ query: { token = '' } }, reply) => {
      reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
      const settings = await settingsOf(String(token));
      if (!settings) {
        const message = token === '' ? 'token: is missing' : 'token: is not known, or was revoked';
        return reply
          .code(token === '' ? 400 : 404)
          .send({ error: 'tokenInvalid', message, field: 'token', retry: false } satisfies HttpError);
      }
      const { hash, version, settings: capture } = settings.newest;
      return reply
        .header('cache-control', `public, max-age=${MAX_AGE_S}`)
        .send({ hash, version, settings: capture } satisfies PublicSettings);
    });
  };
