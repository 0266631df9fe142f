import type { FastifyRequest } from 'fastify';
import type { FlightAccess } from '../door/flight-gate.ts';
import { isThisMachine } from '../door/this-machine.ts';
import { covers } from './ability.ts';
import type { Access } from './access.ts';
import type { Accounts } from './accounts.ts';
import { principalOf } from './principal-of.ts';

/** What it is decided with. */
export interface MayReadUnsignedDeps {
  accounts: Pick<Accounts, 'current' | 'byKey'>;
  access: Pick<Access, 'abilityIn'>;
  flights: Pick<FlightAccess, 'unsigned'>;
  publicUrl: string | undefined;
}

/** Who may read what came without a token: without a key only this machine; else whoever may look at that application. */
export const mayReadUnsigned =
  ({ accounts, access, flights, publicUrl }: MayReadUnsignedDeps) =>
  async (request: FastifyRequest): Promise<boolean> => {
    if (isThisMachine(request.raw, publicUrl)) return true;
    const who = await principalOf(accounts, request.headers);
    const gate = who && (await flights.unsigned());
    return who !== undefined && gate !== undefined && covers(await access.abilityIn(who, gate.application), 'view');
  };
