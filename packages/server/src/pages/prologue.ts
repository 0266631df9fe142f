import { canonicalJson } from '../registry/canonical-json.ts';
import { DEFAULT_CAPTURE, type SettingsVersion } from '@sightline/protocol';

/**
 * A script that a page asked for with a token: in front of it the flight's settings, where the page's tag does not say otherwise.
 * Where the page was opened with a builder's grant, the builder comes in its place, and nothing is recorded; the grant leaves the
 * address before anybody reads it, and stays with the tab.
 */
export const prologue = (
  file: string,
  script: string,
  { token, newest, parameters }: { token: string; newest: SettingsVersion; parameters: readonly string[] },
): string =>
  `if((()=>{const c=document.currentScript,k="sightline-builder",m=/[#&]sightline-builder=([\\w.-]+)/.exec(location.hash);` +
  `let g=m&&m[1];try{if(g)sessionStorage[k]=g;g=sessionStorage[k]}catch{}if(!g)return 1;` +
  `if(m)history.replaceState(history.state,"",location.pathname+location.search);` +
  `const s=document.createElement("script");s.src=new URL("sightline-builder.js?token="+${JSON.stringify(encodeURIComponent(token))}+"&grant="+g,c.src).href;` +
  `s.nonce=c.nonce||"";document.head.append(s);${file === '/sightline.js' ? INERT_TRACKER : INERT_LOGUI}})()){` +
  `(function(s,d,k){for(k in d)if(!(k in s))s[k]=d[k]})(document.currentScript.dataset,${JSON.stringify(attributes(token, newest))});${script}\n${file === '/sightline.js' ? takesPart(newest, parameters) : ''}}`;

/**
 * Who takes part, from the address that a recruitment link led to, as application-specific data. It stays with the tab, unless
 * nothing may be kept before the visitor agreed.
 */
const takesPart = ({ settings: { consent } }: SettingsVersion, parameters: readonly string[]): string =>
  parameters.length === 0
    ? ''
    : `(()=>{const p=new URLSearchParams(location.search),k="sightline-study",o=${consent !== 'required'};let d={};` +
      `try{d=o&&JSON.parse(sessionStorage[k]||"{}")||{}}catch{}for(const n of ${JSON.stringify(parameters)}){const v=p.get(n);if(v)d[n]=v}` +
      `if(Object.keys(d).length){try{if(o)sessionStorage[k]=JSON.stringify(d)}catch{}window.sightline?.setApplicationSpecificData(d)}})()`;

/** In place of the builder where its grant is over: the next reload is the page as visitors see it. */
export const NO_BUILDER =
  'try{sessionStorage.removeItem("sightline-builder")}catch{}console.warn("Sightline: the builder’s link is over. Open the builder from the console again.");';

/**
 * A script for a token that nobody knows or that was revoked: it says so, and the tracker stays off unless the page's tag names
 * a flight itself. The page's own calls of `sightline` go on as if they were heard; LogUI's name their flight themselves.
 */
export const withoutFlight = (file: string, script: string): string =>
  file === '/sightline.js' ? `if((()=>{${UNKNOWN_TOKEN}${INERT_TRACKER}})()){${script}\n}` : `(()=>{${UNKNOWN_TOKEN}})();${script}`;

const UNKNOWN_TOKEN =
  'if(document.currentScript.dataset.flightToken)return 1;' +
  `console.warn("Sightline: nothing is recorded: the token in this script's address is not known, or was revoked.");`;
const INERT_LOGUI =
  'const n=()=>{};window.LogUI??={init:async()=>true,stop:async()=>{},isActive:()=>false,logCustomMessage:n,updateApplicationSpecificData:n,' +
  'deleteApplicationSpecificDataKey:n,clearSessionID:n,registerHandler:n,registerSourcer:n,Config:{sessionData:{getSessionIDKey:()=>null}}};';
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
