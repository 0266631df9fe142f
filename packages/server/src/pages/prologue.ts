import { canonicalJson } from '../registry/canonical-json.ts';
import { DEFAULT_CAPTURE, type SettingsVersion } from '@sightline/protocol';

/** What stands in front of a script that a page asked for with a token: the flight's settings, where the page's tag does not say otherwise. */
export const prologue = (token: string, version: SettingsVersion): string =>
  `(function(s,d,k){for(k in d)if(!(k in s))s[k]=d[k]})(document.currentScript.dataset,${JSON.stringify(attributes(token, version))});`;

/**
 * A script for a token that nobody knows or that was revoked: it says so, and the tracker stays off unless the page's tag names
 * a flight itself. The page's own calls of `sightline` go on as if they were heard; LogUI's name their flight themselves.
 */
export const withoutFlight = (file: string, script: string): string =>
  file === '/sightline.js' ? `if((()=>{${UNKNOWN_TOKEN}${INERT_TRACKER}})()){${script}\n}` : `(()=>{${UNKNOWN_TOKEN}})();${script}`;

const UNKNOWN_TOKEN =
  'if(document.currentScript.dataset.flightToken)return 1;' +
  `console.warn("Sightline: nothing is recorded: the token in this script's address is not known, or was revoked.");`;
const INERT_TRACKER =
  'const n=()=>{};window.sightline??={stop:n,track:n,identify:n,setApplicationSpecificData:n,add:n,grant:n,revoke:n,sessionId:n,visitorId:n,presence:new Promise(n)};';

/** The settings as the attributes a script tag would carry; what is as the tracker does anyway is left out. */
export function attributes(
  token: string,
  { hash, settings: { events, logui, recording, presence, consent, doNotTrack } }: SettingsVersion,
): Record<string, string> {
  const { enabled, ...clock } = presence;
  const { enabled: _, ...usual } = DEFAULT_CAPTURE.presence;
  return {
    flightToken: token,
    settingsHash: hash,
    ...(consent === 'required' && { consent }),
    ...(doNotTrack !== 'obey' && { doNotTrack }),
    ...(events !== 'all' && { events: events.join(',') || 'none' }),
    ...(!enabled && { presence: 'off' }),
    ...(enabled && canonicalJson(clock) !== canonicalJson(usual) && { presence: JSON.stringify(clock) }),
    ...(recording.enabled && { recording: JSON.stringify(recording) }),
    ...(logui !== null && { logui: JSON.stringify(logui) }),
  };
}
