import { ACCESS_ROLES, type AccessRole, type KeyAbility } from '@sightline/protocol';

/** What a call needs, each more than the one before. */
export const ABILITIES = ['observe', 'view', 'research', 'own'] as const;
export type Ability = (typeof ABILITIES)[number];

/** Each role can what stands at its place. */
export const abilityOf = (role: AccessRole): Ability => ABILITIES[ACCESS_ROLES.indexOf(role)] ?? 'observe';

/** Whether one ability covers another. */
export const covers = (has: Ability | undefined, needs: Ability): boolean =>
  has !== undefined && ABILITIES.indexOf(has) >= ABILITIES.indexOf(needs);

/** The lesser of two: a key can never do more than its maker. */
export const lesser = (one: Ability, other: Ability | KeyAbility): Ability =>
  ABILITIES[Math.min(ABILITIES.indexOf(one), ABILITIES.indexOf(other))] ?? 'observe';

/** Calls that need something else than their method says: the first that fits counts. Paths as routes write them, below `/api/v1`. */
const SPECIAL: readonly { method: RegExp; path: RegExp; needs: Ability }[] = [
  { method: /^DELETE$/, path: /^\/(applications|flights)\/:id$/, needs: 'own' },
  { method: /^DELETE$/, path: /^\/(sessions|people)\/:id$/, needs: 'own' },
  { method: /^GET$/, path: /^\/exports|\/export$/, needs: 'research' },
  { method: /^GET$/, path: /^\/live\b|^\/flights\/:id\/(health|live)\b/, needs: 'observe' },
  // Questions too long for an address are put as POST.
  { method: /^POST$/, path: /^\/(measures|funnels|paths|heatmaps|compare)\b(?!.*\/settings)/, needs: 'view' },
];

/** What a call to a route needs. */
export function neededFor(method: string, path: string): Ability {
  const special = SPECIAL.find((each) => each.method.test(method) && each.path.test(path));
  if (special) return special.needs;
  return method === 'GET' || method === 'HEAD' ? 'view' : 'research';
}
