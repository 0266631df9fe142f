import type { Quality, QualityQuery } from '@sightline/protocol';
import type { Caller } from '../caller.ts';
import { query } from '../query.ts';

/** How much of what happened is here. */
export const quality = ({ get }: Caller) => ({
  quality: (asked: QualityQuery, signal?: AbortSignal) => get<Quality>(`/quality${query(asked)}`, signal),
});
