import type { SettingsVersions } from '@sightline/protocol';
import type { Desk } from '../fresh-installation.ts';

/** What a page gets that names nothing, and the pointer's way. */
const EVENTS =
  'contextMenu pageFocus trackCursor pageResize visibility pageScroll pageZoom pageTitle clipboard errors networkFailures declaredEvents formFields clickOutcomes'.split(
    ' ',
  );

/** What the study asks of pages besides: one button, by the same name as it is entered and pressed. */
const GROUPS = {
  enter: { selector: '#add', event: 'mouseHover', properties: { mouseenter: { name: 'add' }, mouseleave: { name: 'add' } } },
  press: { selector: '#add', event: 'mouseClick', properties: { primary: { name: 'add' } } },
};

/** Has the flight's pages tell all they can, and record what was seen. */
export async function captureEverything({ context, get, flight }: Desk, url: string): Promise<void> {
  const path = `/flights/${await flight()}/settings`;
  const [newest] = (await get<SettingsVersions>(path)).versions;
  const recording = { ...newest?.settings.recording, enabled: true };
  const data = { version: newest?.version, settings: { ...newest?.settings, events: EVENTS, logui: GROUPS, recording } };
  const answer = await context.request.put(`${url}/api/v1${path}`, { data, headers: { origin: url } });
  if (!answer.ok()) throw new Error(`the settings were answered ${answer.status()}: ${await answer.text()}`);
}
