import type { IncomingMessage, RequestListener } from 'node:http';
import { FAILURES, LIMITS, originAllowed, type HttpError } from '@sightline/protocol';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { allowOrigin, allowPost } from './cors.ts';
import { countRefusal } from './counts.ts';
import { HTTP_DIALECTS } from './dialects/index.ts';
import { errorOf } from './error-of.ts';
import { expressLane } from './express-lane.ts';
import type { FlightAccess } from './flight-gate.ts';
import type { ExpressCall, HttpDoor } from './http-dialect.ts';
import type { Intake } from './intake.ts';
import { parseJson } from './parse-json.ts';
import { isRefusal } from './refusal.ts';

export interface HttpDeps {
  intake: Intake;
  flights: FlightAccess;
  addressOf(request: IncomingMessage): string;
  isThisMachine(request: IncomingMessage): boolean;
}

const FULL_RETRY_MS = 1_000;

/** Everything that is posted to the door. */
export interface DoorHttp {
  /** The routes, as a Fastify plugin. */
  routes(app: FastifyInstance): Promise<void>;
  /** What a server is to do with its requests where the routes would do the given. */
  ahead(route: RequestListener): RequestListener;
}

/** Opens the door for what is posted. */
export function doorHttp({ intake, flights, addressOf, isThisMachine }: HttpDeps): DoorHttp {
  const express = new Map<string, ExpressCall>();

  const refuse: HttpDoor['refuse'] = (reply, refusal, error) => {
    countRefusal(intake.counts, refusal.failure);
    const { retryAfterMs } = refusal;
    const { status, body } = errorOf(refusal, error);
    if (retryAfterMs !== undefined) reply.header('retry-after', Math.ceil(retryAfterMs / 1_000));
    return reply.code(status).send(body);
  };

  const isTooMuch: HttpDoor['isTooMuch'] = (reply, address, flight) => {
    const isFull = intake.backlog.bytes > intake.limits.backlogBytes;
    const retryAfterMs = isFull ? FULL_RETRY_MS : intake.pace(address, flight);
    if (retryAfterMs === 0) return false;
    if (!isFull) intake.counts.paced += 1;
    refuse(reply, { failure: 'tooFast', reason: isFull ? 'too much waits for the disk' : FAILURES.tooFast.says, retryAfterMs });
    return true;
  };

  const during: HttpDoor['during'] = async (request, work) => {
    const bytes = Number(request.headers['content-length'] ?? LIMITS.messageBytes);
    intake.backlog.bytes += bytes;
    try {
      return await work;
    } finally {
      intake.backlog.bytes -= bytes;
    }
  };

  const unsigned: HttpDoor['unsigned'] = async (request, reply) => {
    const { origin } = request.headers;
    const gate = await intake.admission.unsigned(origin, isThisMachine(request.raw));
    if (isRefusal(gate)) {
      refuse(reply, gate);
      return undefined;
    }
    if (origin !== undefined) allowOrigin(reply, origin);
    return isTooMuch(reply, addressOf(request.raw), gate.flight) ? undefined : gate;
  };

  const preflight = (tokenless: boolean) => async (request: FastifyRequest, reply: FastifyReply) => {
    const { origin } = request.headers;
    const patterns = tokenless ? ((await flights.unsigned())?.allowedOrigins ?? []) : await flights.origins();
    reply.header('vary', 'origin');
    if (origin === undefined || !originAllowed(origin, patterns)) {
      return refuse(reply, { failure: 'originNotAllowed', reason: `the origin ${origin ?? 'none'} is not among the allowed origins` });
    }
    return allowPost(reply, origin).code(204).send();
  };

  const door: HttpDoor = {
    intake,
    addressOf,
    unsigned,
    isTooMuch,
    during,
    refuse,
    express: (path, call) => void express.set(path, call),
  };

  async function routes(app: FastifyInstance): Promise<void> {
    // A logger of its own for each request costs as much as reading its body; what is logged here names no request.
    app.setChildLoggerFactory((logger) => logger);
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(
      ['application/json', 'text/plain'],
      { parseAs: 'string', bodyLimit: LIMITS.messageBytes },
      (_request, body, done) => {
        const value = parseJson(String(body));
        if (value === undefined) done(Object.assign(new Error('the body must be JSON'), { statusCode: 400 }));
        else done(null, value);
      },
    );
    app.setErrorHandler((error: FastifyError, request, reply) => answerError(intake, refuse, error, request, reply));
    for (const dialect of HTTP_DIALECTS) {
      dialect.routes(app, door);
      for (const { path, unsigned: tokenless } of dialect.paths) app.options(path, preflight(tokenless));
    }
  }

  return { routes, ahead: (route) => expressLane({ intake, calls: express, addressOf, isThisMachine }, route) };
}

/** Fastify's own refusals (size, content type, JSON) in our form; anything else is a fault of ours, told to the log and not to the caller. */
function answerError(intake: Intake, refuse: HttpDoor['refuse'], error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const status = error.statusCode ?? 500;
  if (status === 413) {
    refuse(reply, { failure: 'tooLarge', reason: `the body must be at most ${LIMITS.messageBytes} bytes` });
  } else if (status < 500) {
    countRefusal(intake.counts, 'badRequest');
    const body: HttpError = { error: 'badRequest', message: error.message, retry: false };
    reply.code(status).send(body);
  } else {
    intake.log.error({ err: error, url: request.url }, 'a request failed');
    refuse(reply, { failure: 'serverFailed', reason: FAILURES.serverFailed.says });
  }
}
