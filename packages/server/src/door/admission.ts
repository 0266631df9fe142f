import type { FlightAccess, FlightGate } from './flight-gate.ts';
import { originAllowed } from '@sightline/protocol';
import { readDjangoToken } from './django-token.ts';
import { isRefusal, type Refusal } from './refusal.ts';

/** Decides who may speak for which flight. */
export interface Admission {
  /** The flight that a token opens to a page of this origin. */
  byToken(token: string, origin: string | undefined): Promise<FlightGate | Refusal>;
  /** The flight that takes calls without a token. */
  unsigned(origin: string | undefined, fromThisMachine: boolean): Promise<FlightGate | Refusal>;
}

/** Looks flights up, and checks token, origin and switch, in this order. */
export function createAdmission({ flights, loguiSecret }: { flights: FlightAccess; loguiSecret: string | undefined }): Admission {
  const lookUp = async (token: string): Promise<FlightGate | Refusal> => {
    const gate = await flights.byToken(token);
    if (gate !== undefined) return gate;
    const ids = loguiSecret === undefined ? undefined : readDjangoToken(token, loguiSecret);
    if (ids === undefined)
      return { failure: 'tokenInvalid', reason: 'the authorisation token is not valid; it may have been revoked', field: 'token' };
    const old = await flights.byIds(ids.application, ids.flight);
    return old ?? { failure: 'flightUnknown', reason: `the token is of the flight ${ids.flight}, which is not here`, field: 'token' };
  };

  return {
    async byToken(token, origin) {
      const gate = await lookUp(token);
      return isRefusal(gate) ? gate : checked(gate, origin);
    },

    async unsigned(origin, fromThisMachine) {
      const gate = await flights.unsigned();
      if (gate === undefined) return { failure: 'flightUnknown', reason: 'no flight takes calls without a token' };
      const refusal: Refusal = { failure: 'originNotAllowed', reason: 'the flight takes calls without a token from this machine only' };
      return gate.acceptsUnsigned || fromThisMachine ? checked(gate, origin) : refusal;
    },
  };
}

/** A caller without an origin is no page, and could claim any; it is let in. */
function checked(gate: FlightGate, origin: string | undefined): FlightGate | Refusal {
  if (origin !== undefined && !originAllowed(origin, gate.allowedOrigins)) {
    return { failure: 'originNotAllowed', reason: `the origin ${origin.slice(0, 200)} is not among the flight's allowed origins` };
  }
  return gate.active ? gate : { failure: 'flightPaused', reason: 'the flight is switched off' };
}
