import type { StudySettings } from '@sightline/protocol';

/** What keeps settings that have the right shape from making sense together. */
export function studyProblem({
  assignment,
  conditions,
  blockSize,
  ...names
}: StudySettings): { field: string; message: string } | undefined {
  if (assignment !== 'none' && conditions.length === 0) {
    return { field: 'conditions', message: `conditions: at least one is needed to assign people to, got none` };
  }
  const repeated = conditions.find(({ name }, index) => conditions.findIndex((other) => other.name === name) !== index);
  if (repeated)
    return { field: 'conditions', message: `conditions: each needs a name of its own, got ${JSON.stringify(repeated.name)} twice` };
  if (assignment === 'block' && blockSize % conditions.length !== 0) {
    return { field: 'blockSize', message: `blockSize: must be a multiple of the ${conditions.length} conditions, got ${blockSize}` };
  }
  const parameters = [names.participantParameter, names.conditionParameter, names.orderParameter];
  if (new Set(parameters).size < parameters.length) {
    return {
      field: 'conditionParameter',
      message: `conditionParameter: the three parameters need different names, got ${parameters.join(', ')}`,
    };
  }
  return undefined;
}
