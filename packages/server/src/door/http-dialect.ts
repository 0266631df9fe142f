import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Batch } from '../batch.ts';
import type { FlightGate } from './flight-gate.ts';
import type { Intake } from './intake.ts';
import type { Refusal } from './refusal.ts';

/** What an HTTP dialect works with beside the intake. */
export interface HttpDoor {
  intake: Intake;
  addressOf(request: IncomingMessage): string;
  /** The flight for calls without a token, with the CORS headers of its answer set; undefined where the request was refused, and answered. */
  unsigned(request: FastifyRequest, reply: FastifyReply): Promise<FlightGate | undefined>;
  /** Whether the caller is too fast or the door too full; the request is then answered. */
  isTooMuch(reply: FastifyReply, address: string, flight: string | undefined): boolean;
  /** Counts a request's body as under way until the work, which has begun, is done. */
  during<Result>(request: FastifyRequest, work: Promise<Result>): Promise<Result>;
  refuse(reply: FastifyReply, refusal: Refusal, error?: string): FastifyReply;
  /** Lets a path's plainest requests go past Fastify. */
  express(path: string, call: ExpressCall): void;
}

/** A call that comes by the thousand a second: a small JSON body without a token, answered with a fixed text once it is stored. */
export interface ExpressCall {
  /** What a body holds; undefined where the route has to look at it. */
  batchOf(body: unknown, gate: FlightGate, agent: string | undefined): Batch | undefined;
  /** The answer when it is stored. */
  answer: string;
}

/** Routes of one foreign or native format over HTTP. */
export interface HttpDialect {
  name: string;
  /** Paths that answer a preflight, and whether they carry no token. */
  paths: readonly { path: string; unsigned: boolean }[];
  routes(app: FastifyInstance, door: HttpDoor): void;
}
