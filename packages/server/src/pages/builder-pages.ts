import {
  BuilderOpening,
  BuilderSaving,
  LIMITS,
  originAllowed,
  type BuilderState,
  type CaptureSettings,
  type HttpError,
} from '@sightline/protocol';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { schemaCompiler, SchemaMismatch } from '../api/schema-compiler.ts';
import type { BuilderGrants } from '../auth/builder-grants.ts';
import { allowOrigin } from '../door/cors.ts';
import type { FlightSettings } from '../registry/flight-settings.ts';
import { isRefusal } from '../registry/refusal.ts';
import type { Registry } from '../registry/registry.ts';

/** What the builder's calls need. */
export interface BuilderPagesDeps {
  grants: Pick<BuilderGrants, 'check'>;
  settingsOf: (token: string) => Promise<FlightSettings | undefined>;
  captureSettings: Registry['captureSettings'];
  flightsChanged: () => Promise<void>;
}

/** The calls of the builder's overlay: from pages of the flight's origins, with its token and a grant of somebody signed in. */
export const builderPages =
  ({ grants, settingsOf, captureSettings, flightsChanged }: BuilderPagesDeps): FastifyPluginAsync =>
  async (app) => {
    app.setValidatorCompiler(schemaCompiler);
    app.removeAllContentTypeParsers();
    // A page's JSON travels as text/plain, so that the browser asks nobody's leave first.
    app.addContentTypeParser(
      ['text/plain', 'application/json'],
      { parseAs: 'string', bodyLimit: LIMITS.messageBytes },
      (_request, body, done) => {
        try {
          done(null, JSON.parse(String(body)));
        } catch (error) {
          done(new SchemaMismatch({ message: `the body must be JSON: ${error instanceof Error ? error.message : String(error)}` }));
        }
      },
    );
    app.setErrorHandler((error: Error, request, reply) => {
      if (request.headers.origin !== undefined) allowOrigin(reply, request.headers.origin);
      if (error instanceof SchemaMismatch) return refuse(reply, 400, 'badRequest', error.message);
      request.log.error({ err: error }, 'a call of the builder failed');
      return refuse(reply, 500, 'serverFailed', 'the server failed; its log says why');
    });

    /** Who may: undefined where the request has been answered. */
    const admitted = async ({ headers: { origin }, body }: FastifyRequest<{ Body: BuilderOpening }>, reply: FastifyReply) => {
      // The reason must reach the overlay, whose page is whatever the grant was opened on.
      if (origin !== undefined) allowOrigin(reply, origin);
      const settings = await settingsOf(body.token);
      const granted = await grants.check(body.grant);
      if (!settings || granted?.flight !== settings.gate.flight) {
        void refuse(reply, 403, 'grantInvalid', 'grant: it is over, or is another flight’s; open the builder from the console again');
        return undefined;
      }
      if (origin === undefined || !originAllowed(origin, settings.gate.allowedOrigins)) {
        void refuse(reply, 403, 'originNotAllowed', `the origin ${origin ?? 'none'} is not among the flight’s allowed origins`);
        return undefined;
      }
      return { flight: settings.gate.flight, by: granted.by };
    };

    app.post<{ Body: BuilderOpening }>('/v1/builder/open', { schema: { body: BuilderOpening } }, async (request, reply) => {
      const who = await admitted(request, reply);
      if (!who) return reply;
      const newest = await captureSettings.newest(who.flight);
      return isRefusal(newest) ? refuse(reply, 404, newest.refusal, newest.message) : stateOf(who.flight, newest);
    });

    app.post<{ Body: BuilderSaving }>('/v1/builder/save', { schema: { body: BuilderSaving } }, async (request, reply) => {
      const who = await admitted(request, reply);
      if (!who) return reply;
      const { version, logui } = request.body;
      const newest = await captureSettings.newest(who.flight);
      const saved = isRefusal(newest)
        ? newest
        : await captureSettings.put(who.flight, { version, settings: { ...newest.settings, logui }, by: who.by });
      if (isRefusal(saved)) return refuse(reply, saved.refusal === 'notFound' ? 404 : 409, saved.refusal, saved.message);
      await flightsChanged();
      return stateOf(who.flight, saved);
    });
  };

const stateOf = (
  flight: string,
  { version, hash, settings }: { version: number; hash: string; settings: CaptureSettings },
): BuilderState => ({
  flight,
  version,
  hash,
  logui: settings.logui,
});

const refuse = (reply: FastifyReply, status: number, error: string, message: string) =>
  reply.code(status).send({ error, message, retry: status >= 500 } satisfies HttpError);
