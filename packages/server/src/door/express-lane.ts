import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { answerJson } from './answer-json.ts';
import { countRefusal } from './counts.ts';
import { errorOf } from './error-of.ts';
import type { FlightGate } from './flight-gate.ts';
import type { ExpressCall } from './http-dialect.ts';
import type { Intake } from './intake.ts';
import { parseJson } from './parse-json.ts';
import { isRefusal, refusalOf, type Refusal } from './refusal.ts';

/** What the lane works with. */
export interface ExpressLaneDeps {
  intake: Pick<Intake, 'admission' | 'backlog' | 'counts' | 'deliver' | 'limits' | 'pace'>;
  calls: ReadonlyMap<string, ExpressCall>;
  addressOf(request: IncomingMessage): string;
  isThisMachine(request: IncomingMessage): boolean;
}

/** What browsers and scripts say of JSON; whoever says it otherwise takes the route. */
const JSON_TYPES: ReadonlySet<string | undefined> = new Set([
  'application/json',
  'application/json; charset=utf-8',
  'text/plain;charset=UTF-8',
]);

/** Larger bodies mostly come in several pieces. */
const BODY_BYTES = 16 * 1024;

/**
 * Takes the plainest requests of the busiest calls ahead of the routes, as a framework's way through hooks, parsers and replies costs them
 * more than all that is done with them. It only ever does what the route would: whatever is not plain, from a body in two pieces to an
 * event that is not fit to be stored, it hands on untouched, with what it has read put back.
 */
export function expressLane({ intake, calls, addressOf, isThisMachine }: ExpressLaneDeps, route: RequestListener): RequestListener {
  return (request, response) => {
    const call = callOf(request);
    if (call === undefined) return route(request, response);
    const { origin } = request.headers;
    return void intake.admission.unsigned(origin, isThisMachine(request)).then(
      (gate) => {
        if (isRefusal(gate)) route(request, response);
        else request.once('data', (bytes: Buffer) => take(call, gate, bytes, request, response));
      },
      () => route(request, response),
    );
  };

  function callOf({ method, url = '', headers }: IncomingMessage): ExpressCall | undefined {
    const call = method === 'POST' ? calls.get(url) : undefined;
    if (call === undefined || !JSON_TYPES.has(headers['content-type']) || headers['content-encoding'] !== undefined) return undefined;
    const length = Number(headers['content-length']);
    return length > 0 && length <= BODY_BYTES ? call : undefined;
  }

  function take(call: ExpressCall, gate: FlightGate, bytes: Buffer, request: IncomingMessage, response: ServerResponse): void {
    let isTaken = false;
    try {
      isTaken = taken(call, gate, bytes, request, response);
    } catch {
      // The route meets the same fault, answers it and tells the log; thrown from here it would end the server.
    }
    if (isTaken) return;
    request.pause();
    request.unshift(bytes);
    route(request, response);
  }

  function taken(call: ExpressCall, gate: FlightGate, bytes: Buffer, request: IncomingMessage, response: ServerResponse): boolean {
    const { headers } = request;
    const { length } = bytes;
    if (length !== Number(headers['content-length']) || intake.backlog.bytes > intake.limits.backlogBytes) return false;
    const batch = call.batchOf(parseJson(bytes.toString()), gate, headers['user-agent']);
    // Asked last, as it counts the request.
    if (batch === undefined || intake.pace(addressOf(request), gate.flight) > 0) return false;
    const { origin } = headers;
    const stored = intake.deliver(batch);
    intake.backlog.bytes += length;
    stored.then(
      () => {
        intake.backlog.bytes -= length;
        answerJson(response, { status: 200, body: call.answer, origin });
      },
      (error: unknown) => {
        intake.backlog.bytes -= length;
        refuse(response, refusalOf(error), origin);
      },
    );
    return true;
  }

  function refuse(response: ServerResponse, refusal: Refusal, origin: string | undefined): void {
    countRefusal(intake.counts, refusal.failure);
    const { status, body } = errorOf(refusal);
    answerJson(response, { status, body: JSON.stringify(body), origin });
  }
}
