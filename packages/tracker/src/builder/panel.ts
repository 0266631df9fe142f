import { WORDS } from './builder-words.ts';
import { element } from './element.ts';
import { OVERLAY_STYLE } from './overlay-style.ts';

/** What the panel's buttons do. */
export interface PanelDeps {
  window: Window & typeof globalThis;
  point(): void;
  use(): void;
  bySelector(): void;
  copy(): void;
  save(): void;
  leave(): void;
}

/** The overlay's panel, over whatever the page shows, out of reach of the page's styles. */
export function createPanel({ window, point, use, bySelector, copy, save, leave }: PanelDeps) {
  const { document } = window;
  const host = document.createElement('sightline-builder');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(OVERLAY_STYLE);
  root.adoptedStyleSheets = [sheet];

  const button = (words: string, onclick: () => void, more = {}) => element('button', { type: 'button', onclick, ...more }, words);
  const section = (title: string, content: HTMLElement) => element('section', {}, element('h2', {}, title), content);
  const parts = {
    /** Lies over the page, below the panel. */
    layer: element('div'),
    meaning: element('p', { role: 'status' }),
    editor: element('div'),
    groups: element('ul', { class: 'cards' }),
    log: element('ol', { class: 'cards log', 'aria-label': WORDS.log, tabindex: '0' }),
    status: element('p', { role: 'status', class: 'grow' }),
    point: button(WORDS.point, point),
    use: button(WORDS.use, use),
    save: button('', save, { class: 'main' }),
  };
  const otherSide = button('⇄', () => void panel.classList.toggle('left'), { 'aria-label': WORDS.otherSide, title: WORDS.otherSide });
  const panel: HTMLElement = element(
    'div',
    { class: 'panel', role: 'dialog', 'aria-label': WORDS.title },
    element('div', { class: 'head' }, element('strong', {}, WORDS.title), otherSide, button(WORDS.leave, leave)),
    element(
      'div',
      { class: 'body' },
      element('section', {}, element('div', { class: 'row' }, parts.point, parts.use, button(WORDS.bySelector, bySelector)), parts.meaning),
      parts.editor,
      section(WORDS.groups, parts.groups),
      section(WORDS.log, parts.log),
    ),
    element('div', { class: 'foot' }, parts.status, button(WORDS.copy, copy), parts.save),
  );
  root.append(parts.layer, panel);
  document.documentElement.append(host);
  // Above whatever dialog the page opens; where the browser has no such layer, above by number.
  if ('popover' in host) {
    host.popover = 'manual';
    host.showPopover();
  }
  return { host, ...parts };
}
