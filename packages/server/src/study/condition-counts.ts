import type { ConditionCount, Participant, StudySettings } from '@sightline/protocol';

/** How many are in each condition, and how many were and left. */
export const conditionCounts = (
  { conditions }: Pick<StudySettings, 'conditions'>,
  participants: readonly Pick<Participant, 'condition' | 'state'>[],
): ConditionCount[] =>
  conditions.map(({ name, quota }) => {
    const states = participants.filter(({ condition }) => condition === name).map(({ state }) => state);
    const count = (...wanted: Participant['state'][]) => states.filter((state) => wanted.includes(state)).length;
    return {
      condition: name,
      quota,
      active: count('started'),
      completed: count('completed'),
      dropped: count('dropped', 'excluded', 'withdrawn'),
    };
  });
