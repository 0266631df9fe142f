/** Why the registry did not do what was asked: an answer, not a failure. */
export interface Refusal {
  refusal: 'badRequest' | 'notFound' | 'nameTaken' | 'idTaken' | 'badName' | 'badOrigin' | 'ambiguous' | 'versionStale';
  message: string;
  /** Path of the field at fault. */
  field?: string;
}

/** Whether an answer is a refusal. */
export const isRefusal = (answer: unknown): answer is Refusal => typeof answer === 'object' && answer !== null && 'refusal' in answer;
