import type { Batch } from '../packages/server/src/batch.ts';
import { randomUuid, seededRandom } from './generate.ts';
import { AGENTS } from './visits/agents.ts';
import { skewed } from './visits/skewed.ts';
import { visit } from './visits/visit.ts';
import type { VisitsOptions } from './visits/visits-options.ts';

const DAY_MS = 86_400_000;

/** Sessions one after the other, each as its batches, the same for the same seed. */
export function* visits(options: VisitsOptions): Generator<Batch[]> {
  const random = seededRandom(options.seed);
  const people = Math.max(1, Math.round(options.sessions * 0.55));
  const visitors = Array.from({ length: people }, () => ({
    id: randomUuid(random),
    treated: random() < 0.5,
    agent: skewed(random, AGENTS.length, 2),
  }));
  for (let index = 0; index < options.sessions; index += 1) {
    const person = Math.floor(people * random() ** 1.6);
    const visitor = visitors[person];
    const startAt = options.from + Math.floor((options.days * DAY_MS * (index + random())) / options.sessions);
    if (visitor) yield visit(random, options, { ...visitor, person, startAt });
  }
}
