import { WORDS } from './builder-words.ts';
import { element } from './element.ts';
import { OVERLAY_STYLE } from './overlay-style.ts';

/** In place of the builder, why it could not be opened: whoever came to point at elements must not sit before a page as it always is. */
export function showBuilderProblem(window: Window & typeof globalThis, { problem, leave }: { problem: string; leave(): void }): void {
  const host = window.document.createElement('sightline-builder');
  const root = host.attachShadow({ mode: 'closed' });
  // A policy of the page may forbid style elements; a sheet that a script makes is not asked about.
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(OVERLAY_STYLE);
  root.adoptedStyleSheets = [sheet];
  const head = element(
    'div',
    { class: 'head' },
    element('strong', {}, WORDS.notOpened),
    element('button', { onclick: leave }, WORDS.leave),
  );
  const body = element('div', { class: 'body' }, element('p', {}, problem), element('p', {}, WORDS.notOpenedMeaning));
  root.append(element('div', { class: 'panel short', role: 'alert' }, head, body));
  window.document.documentElement.append(host);
}
