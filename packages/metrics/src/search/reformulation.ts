import { editDistance } from './edit-distance.ts';
import { tokens } from './tokens.ts';

/** How a query follows from the one before. */
export type Reformulation = 'first' | 'new' | 'add' | 'drop' | 'substitute' | 'repeat' | 'spelling';

/** Words longer than that may be two letters apart and still be the same word, misspelt; shorter ones one. */
const SHORT_WORD = 4;

/**
 * Classifies a query by the words it shares with the one before: the same words are a repetition, all of them and more an addition, some
 * and no other a deletion, some and others a substitution, none a new query; the same number of words of which each is the same or
 * nearly so is a correction of spelling.
 */
export function reformulation(before: string, now: string): Reformulation {
  const [old, given] = [tokens(before), tokens(now)];
  const [was, is] = [new Set(old), new Set(given)];
  const common = [...is].filter((word) => was.has(word)).length;
  if (common === was.size && common === is.size) return 'repeat';
  if (isRespelt(old, given)) return 'spelling';
  if (common === 0) return 'new';
  if (common === was.size) return 'add';
  return common === is.size ? 'drop' : 'substitute';
}

const isRespelt = (old: readonly string[], given: readonly string[]): boolean =>
  old.length > 0 && old.length === given.length && given.every((word, index) => isNearly(old[index] ?? '', word));

/** Numbers that differ are other numbers. */
const isNearly = (a: string, b: string): boolean =>
  a === b || (!/\d/.test(a + b) && editDistance(a, b) <= (Math.min(a.length, b.length) > SHORT_WORD ? 2 : 1));
