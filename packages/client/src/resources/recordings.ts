import type { RecordingManifest, RecordingMoment, RecordingPart, SessionNews } from '@sightline/protocol';
import type { Caller } from '../caller.ts';
import { query } from '../query.ts';

const id = encodeURIComponent;
const recordingOf = (session: string) => `/sessions/${id(session)}/recording`;

/** A session's recording: what there is, the chunks themselves, and where to begin for a moment. */
export const recordings = ({ get, lines }: Caller) => ({
  recording: (session: string, asked: { after?: string; opening?: 'start' | number; tab?: string } = {}, signal?: AbortSignal) =>
    get<RecordingManifest>(`${recordingOf(session)}${query(asked)}`, signal),
  /** What becomes safe of a running session, as it comes; it ends now and then, and is asked for again. */
  sessionNews: (session: string, signal?: AbortSignal) => lines<SessionNews>(`/sessions/${id(session)}/news`, signal),
  recordingPart: (session: string, tab: string, asked: { from: number; to?: number; checkpoint?: number }, signal?: AbortSignal) =>
    get<RecordingPart>(`${recordingOf(session)}/${id(tab)}${query(asked)}`, signal),
  recordingAt: (session: string, tab: string, time: number, signal?: AbortSignal) =>
    get<RecordingMoment>(`${recordingOf(session)}/${id(tab)}/at${query({ time })}`, signal),
});

/** Where a page of the console finds an asset that a recording names `sightline-asset:<hash>`. */
export const assetUrl = (flight: string, hash: string): string => `/api/v1/assets/${id(hash)}${query({ flight })}`;
