import { randomUUID } from 'node:crypto';
import type { DerivedRule, Rule } from '@sightline/protocol';
import type { Refusal } from './refusal.ts';
import type { RegistryDeps } from './registry-deps.ts';
import { isUniqueViolation } from './unique-violation.ts';

/** A rule in its newest version. */
export type KeptRule = Omit<DerivedRule, 'progress'>;

/** The rules that flights apply to their sessions afterwards. */
export interface DerivedRules {
  ofFlight(flight: string): Promise<KeptRule[]>;
  get(id: string): Promise<KeptRule | Refusal>;
  add(flight: string, rule: Rule, author: string): Promise<KeptRule>;
  /** Makes the next version; what the ones before yielded stays theirs. */
  change(id: string, rule: Rule, author: string): Promise<KeptRule | Refusal>;
  remove(id: string): Promise<void>;
}

/** The rules in a database. */
export const derivedRules = ({ database: { kysely }, now }: RegistryDeps): DerivedRules => {
  const newest = async (column: 'id' | 'flightId', value: string): Promise<KeptRule[]> => {
    const rows = await kysely.selectFrom('derivedRule').selectAll().where(column, '=', value).orderBy('version').execute();
    const first = new Map<string, number>();
    const found = new Map<string, KeptRule>();
    for (const { flightId, rule, createdAt, ...row } of rows) {
      first.set(row.id, first.get(row.id) ?? createdAt);
      found.set(row.id, { ...row, flight: flightId, rule: JSON.parse(rule) as Rule, createdAt });
    }
    return [...found.values()].toSorted((a, b) => (first.get(a.id) ?? 0) - (first.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1));
  };
  const write = async (of: Omit<KeptRule, 'createdAt'>): Promise<KeptRule> => {
    const { flight: flightId, rule, ...row } = of;
    const createdAt = now();
    await kysely
      .insertInto('derivedRule')
      .values({ ...row, flightId, rule: JSON.stringify(rule), createdAt })
      .execute();
    return { ...of, createdAt };
  };
  const get = async (id: string): Promise<KeptRule | Refusal> =>
    (await newest('id', id))[0] ?? { refusal: 'notFound', message: `There is no rule with the id ${JSON.stringify(id)}` };

  return {
    ofFlight: (flight) => newest('flightId', flight),
    get,
    add: (flight, rule, createdBy) => write({ id: randomUUID(), flight, version: 1, rule, createdBy }),
    async change(id, rule, createdBy) {
      const before = await get(id);
      if ('refusal' in before) return before;
      try {
        return await write({ id, flight: before.flight, version: before.version + 1, rule, createdBy });
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        return {
          refusal: 'versionStale',
          message: `The rule ${JSON.stringify(before.rule.name)} was changed by somebody else just now; look at it again`,
        };
      }
    },
    async remove(id) {
      await kysely.deleteFrom('derivedRule').where('id', '=', id).execute();
    },
  };
};
