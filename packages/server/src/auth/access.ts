import type { Account, ApiKey } from '@sightline/protocol';
import type { Registry } from '../registry/registry.ts';
import { abilityOf, covers, lesser, type Ability } from './ability.ts';

/** Somebody who asks: an account, or a key that acts for one. */
export interface Principal {
  account: Account;
  key?: ApiKey | undefined;
}

/** Who may do what where. */
export interface Access {
  /** What somebody may do in an application; undefined for nothing. */
  abilityIn(who: Principal, applicationId: string): Promise<Ability | undefined>;
  /** Whether they may do it in every application there is, those to come included: as only owners of the installation may. */
  mayEverywhere(who: Principal, needs: Ability): boolean;
  /** The applications in which they may do it; undefined for all. */
  applicationsWith(who: Principal, needs: Ability): Promise<string[] | undefined>;
}

/** Access by the memberships of a registry. */
export const createAccess = ({ registry }: { registry: Pick<Registry, 'memberships'> }): Access => {
  const access: Access = {
    async abilityIn(who, applicationId) {
      if (who.key?.applications && !who.key.applications.includes(applicationId)) return undefined;
      if (who.account.role === 'owner') return within(who, 'own');
      const membership = (await registry.memberships.of(who.account.id)).find((each) => each.applicationId === applicationId);
      return membership && within(who, abilityOf(membership.role));
    },

    mayEverywhere: (who, needs) => who.account.role === 'owner' && !who.key?.applications && covers(within(who, 'own'), needs),

    async applicationsWith(who, needs) {
      if (access.mayEverywhere(who, needs)) return undefined;
      const candidates =
        who.account.role === 'owner'
          ? (who.key?.applications ?? [])
          : (await registry.memberships.of(who.account.id)).map(({ applicationId }) => applicationId);
      const allowed = await Promise.all(
        candidates.map(async (id) =>
          (await access.abilityIn(who, id)) !== undefined && covers(await access.abilityIn(who, id), needs) ? [id] : [],
        ),
      );
      return allowed.flat();
    },
  };
  return access;
};

const within = ({ key }: Principal, ability: Ability): Ability => (key ? lesser(ability, key.ability) : ability);
