import type { RecordingManifest, RecordingMoment, RecordingPart } from '@sightline/protocol';
import type { Caller } from '../caller.ts';
import { query } from '../query.ts';

const id = encodeURIComponent;
const recordingOf = (session: string) => `/sessions/${id(session)}/recording`;

/** A session's recording: what there is, the chunks themselves, and where to begin for a moment. */
export const recordings = ({ get }: Caller) => ({
  recording: (session: string, asked: { after?: string; opening?: 'start' | number; tab?: string } = {}, signal?: AbortSignal) =>
    get<RecordingManifest>(`${recordingOf(session)}${query(asked)}`, signal),
  recordingPart: (session: string, tab: string, asked: { from: number; to?: number; checkpoint?: number }, signal?: AbortSignal) =>
    get<RecordingPart>(`${recordingOf(session)}/${id(tab)}${query(asked)}`, signal),
  recordingAt: (session: string, tab: string, time: number, signal?: AbortSignal) =>
    get<RecordingMoment>(`${recordingOf(session)}/${id(tab)}/at${query({ time })}`, signal),
});

/** Where a page of the console finds an asset that a recording names `sightline-asset:<hash>`. */
export const assetUrl = (flight: string, hash: string): string => `/api/v1/assets/${id(hash)}${query({ flight })}`;
