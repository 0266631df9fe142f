import type { RecordingSettings } from '@sightline/protocol';
import type { SessionLimits } from './identity/session.ts';

/** What a page starts the tracker with. */
export interface Options {
  /** The flight's token, as the dashboard shows it. */
  token: string;
  /** Address of the Sightline server, such as `https://stats.example.org/`. */
  endpoint: string;
  /** The study's own fields, attached to every event. */
  applicationSpecificData?: Record<string, unknown>;
  /** Whether presence counts from the beginning of the document, as for a script tag, or from this start. */
  fromDocument?: boolean;
  /**
   * How long a session lasts (resumed within 300 s, ended after 1,800 idle ones or at an age of 86,400, where absent), and how old a
   * person's last input may be for them to count as active (30 s).
   */
  presence?: Partial<SessionLimits> & { idleAfterS?: number };
  /** `required` keeps nothing and sends nothing before `grant` was called for it, on this page or an earlier one. */
  consent?: 'required';
  /** Records what the visitor sees, as far as these settings let it; `{}` for the usual ones. Absent: not at all. */
  recording?: Partial<RecordingSettings>;
  /** What happens where the browser asks not to track (Global Privacy Control, Do Not Track): nothing is recorded, unless `ignore`; `count` tells that much, without a visitor. */
  doNotTrack?: 'obey' | 'count' | 'ignore';
  /** `flight` asks the server for what the flight records before anything is recorded, and loads what that takes; options given here win. */
  settings?: 'flight';
  /** Names the flight's settings that all this follows; told with `started`. */
  settingsHash?: string;
}

/** Every problem of the options, named by its path; none where they can be used. */
export function problemsOf(options: { [Name in keyof Options]?: unknown } = {}): string[] {
  const { token, endpoint, applicationSpecificData: data = {}, presence = {}, consent = '', settings = '', doNotTrack = 'obey' } = options;
  return [
    ...check(typeof token === 'string' && token !== '', 'token', 'text', token),
    ...check(/^https?:../.test(String(endpoint)), 'endpoint', 'an http address', endpoint),
    ...check(Object(data) === data, 'applicationSpecificData', 'an object', data),
    ...check(/^(required)?$/.test(String(consent)), 'consent', '"required"', consent),
    ...check(/^(flight)?$/.test(String(settings)), 'settings', '"flight"', settings),
    ...check(/^(obey|count|ignore)$/.test(String(doNotTrack)), 'doNotTrack', '"obey", "count" or "ignore"', doNotTrack),
    ...check(Object(presence) === presence, 'presence', 'an object', presence),
    ...Object.entries(Object(presence)).flatMap(([name, seconds]) =>
      check(seconds === undefined || Number(seconds) >= 0, `presence.${name}`, 'seconds', seconds),
    ),
  ];
}

const check = (right: boolean, path: string, expected: string, given: unknown): string[] =>
  right ? [] : [`${path}: expected ${expected}, got ${String(given)}`];
