import type { BuilderState } from '@sightline/protocol';
import type { Group } from '../handlers/group.ts';
import type { BuilderCalls } from './builder-calls.ts';
import { WORDS } from './builder-words.ts';
import { element } from './element.ts';
import { eventName } from './event-name.ts';
import { groupForm, type EditedGroup } from './group-form.ts';
import { groupOf } from './group-of.ts';
import { createHighlight } from './highlight.ts';
import { liveLog } from './live-log.ts';
import { OVERLAY_STYLE } from './overlay-style.ts';
import { createPicker } from './picker.ts';
import { selectorProposals } from './selector-proposals.ts';

const LOGGED = 50;
const AROUND = 4;

export interface BuilderDeps {
  window: Window & typeof globalThis;
  calls: BuilderCalls;
  state: BuilderState;
  /** Ends the builder for this tab. */
  leave(): void;
}

/** The overlay: groups are made by pointing at elements, tried on the page, and saved as the flight's next version. */
export function createBuilder({ window, calls, state, leave }: BuilderDeps): void {
  const { document } = window;
  const host = document.createElement('sightline-builder');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(OVERLAY_STYLE);
  root.adoptedStyleSheets = [sheet];
  const layer = element('div');
  const highlight = createHighlight(window, layer);

  const groups: Record<string, Group> = Object.fromEntries(
    Object.entries(state.logui ?? {}).map(([key, group]) => [key, { ...group } as Group]),
  );
  let { version } = state;
  let isChanged = false;
  let stopPicking: (() => void) | undefined;
  let stopLog: (() => void) | undefined;

  const meaning = element('p', { role: 'status' });
  const editor = element('div');
  const list = element('ul', { class: 'cards' });
  const log = element('ol', { class: 'cards log', 'aria-label': WORDS.log, tabindex: '0' });
  const status = element('p', { role: 'status', class: 'grow' });
  const point = element('button', { type: 'button', onclick: () => setPointing(true) }, WORDS.point);
  const use = element('button', { type: 'button', onclick: () => setPointing(false) }, WORDS.use);
  const save = element('button', { type: 'button', class: 'main', onclick: () => void saveGroups() });
  const panel: HTMLElement = element(
    'div',
    { class: 'panel', role: 'dialog', 'aria-label': WORDS.title },
    element(
      'div',
      { class: 'head' },
      element('strong', {}, WORDS.title),
      element(
        'button',
        { type: 'button', 'aria-label': WORDS.otherSide, title: WORDS.otherSide, onclick: () => void panel.classList.toggle('left') },
        '⇄',
      ),
      element('button', { type: 'button', onclick: leave }, WORDS.leave),
    ),
    element(
      'div',
      { class: 'body' },
      element(
        'section',
        {},
        element('div', { class: 'row' }, point, use, element('button', { type: 'button', onclick: () => edit(blank()) }, WORDS.bySelector)),
        meaning,
      ),
      editor,
      element('section', {}, element('h2', {}, WORDS.groups), list),
      element('section', {}, element('h2', {}, WORDS.log), log),
    ),
    element('div', { class: 'foot' }, status, element('button', { type: 'button', onclick: () => void copy() }, WORDS.copy), save),
  );
  root.append(layer, panel);
  document.documentElement.append(host);
  // Above whatever dialog the page opens; where the browser has no such layer, above by number.
  if ('popover' in host) {
    host.popover = 'manual';
    host.showPopover();
  }

  const matches = (selector: string): Element[] | undefined => {
    try {
      return selector.trim() === '' ? undefined : [...document.querySelectorAll(selector)].filter((found) => found !== host);
    } catch {
      // That is how a browser says that it is no selector.
      return undefined;
    }
  };
  const blank = (): EditedGroup => ({
    key: `group-${Object.keys(groups).length + 1}`,
    selector: '',
    event: 'mouseClick',
    name: '',
    metadata: [],
  });
  const freeKey = (wanted: string) => {
    let key = wanted;
    for (let number = 2; key in groups; number += 1) key = `${wanted}-${number}`;
    return key;
  };

  function setPointing(on: boolean): void {
    stopPicking?.();
    stopPicking = on ? createPicker(window, { host, over: highlight.point, picked: pick, cancelled: () => setPointing(false) }) : undefined;
    point.setAttribute('aria-pressed', String(on));
    use.setAttribute('aria-pressed', String(!on));
    meaning.textContent = on ? WORDS.pointMeaning : WORDS.useMeaning;
    watch();
  }

  /** What visitors' pages would log; not while pointing, when the page hears nothing. */
  function watch(): void {
    stopLog?.();
    stopLog = stopPicking
      ? undefined
      : liveLog(window, groups, ({ title, event }) => {
          const { details, metadata } = event;
          log.querySelector('.none')?.remove();
          log.prepend(element('li', {}, element('strong', {}, title), element('code', {}, JSON.stringify({ details, metadata }))));
          [...log.children].slice(LOGGED).forEach((old) => old.remove());
        });
  }

  function pick(target: Element): void {
    setPointing(false);
    const proposals = selectorProposals(target);
    const name = eventName(target);
    const event = target.localName === 'form' ? 'formSubmission' : 'mouseClick';
    const outer: Element[] = [];
    for (let at = target.parentElement; at && at !== document.body && outer.length < AROUND; at = at.parentElement) outer.push(at);
    edit(
      {
        key: freeKey(name.toLowerCase().replaceAll('_', '-')),
        selector: proposals[0]?.selector ?? target.localName,
        event,
        name,
        metadata: [],
      },
      { proposals, around: outer.map((each) => ({ label: each.localName, choose: () => pick(each) })) },
    );
  }

  function edit(
    start: EditedGroup,
    {
      proposals = [],
      around = [],
      known,
    }: { proposals?: ReturnType<typeof selectorProposals>; around?: { label: string; choose(): void }[]; known?: string } = {},
  ): void {
    const close = () => {
      editor.replaceChildren();
      highlight.mark([]);
    };
    editor.replaceChildren(
      groupForm({
        heading: known === undefined ? WORDS.element : WORDS.editing(known),
        confirm: known === undefined ? WORDS.add : WORDS.change,
        start,
        proposals,
        around,
        count(selector) {
          const found = matches(selector);
          highlight.mark(found ?? []);
          return found?.length;
        },
        taken(group) {
          const made = groupOf(group, known === undefined ? undefined : groups[known]);
          if (known !== undefined && known !== group.key) delete groups[known];
          groups[known === group.key ? group.key : freeKey(group.key)] = made;
          isChanged = true;
          close();
          show();
        },
        cancelled: close,
      }),
    );
    editor.querySelector('input')?.focus();
  }

  function show(): void {
    list.replaceChildren(
      ...Object.entries(groups).map(([key, group]) => {
        const start = { key, selector: group.selector, event: group.event, name: group.name ?? key, metadata: group.metadata ?? [] };
        const remove = () => {
          delete groups[key];
          isChanged = true;
          show();
        };
        return element(
          'li',
          { onpointerenter: () => highlight.mark(matches(group.selector) ?? []), onpointerleave: () => highlight.mark([]) },
          element(
            'div',
            { class: 'row' },
            element('strong', { class: 'grow' }, key),
            element('span', { class: 'count' }, `${group.event}, ${WORDS.found(matches(group.selector)?.length ?? 0)}`),
          ),
          element('code', {}, group.selector),
          element(
            'div',
            { class: 'row' },
            element(
              'button',
              { type: 'button', 'aria-label': `${WORDS.edit} ${key}`, onclick: () => edit(start, { known: key }) },
              WORDS.edit,
            ),
            element('button', { type: 'button', 'aria-label': `${WORDS.remove} ${key}`, onclick: remove }, WORDS.remove),
          ),
        );
      }),
    );
    if (Object.keys(groups).length === 0) list.append(element('li', { class: 'none' }, WORDS.noGroups));
    if (log.childElementCount === 0) log.append(element('li', { class: 'none' }, WORDS.noLog));
    save.textContent = WORDS.save(version + 1);
    save.disabled = !isChanged;
    tell(isChanged ? WORDS.unsaved : WORDS.unchanged(version));
    watch();
  }

  function tell(words: string, isWrong = false): void {
    status.textContent = words;
    status.classList.toggle('wrong', isWrong);
  }

  async function saveGroups(): Promise<void> {
    save.disabled = true;
    try {
      ({ version } = await calls.save(version, groups));
      isChanged = false;
      show();
      tell(WORDS.saved(version));
    } catch (error) {
      save.disabled = false;
      tell(error instanceof Error ? error.message : String(error), true);
    }
  }

  async function copy(): Promise<void> {
    await window.navigator.clipboard.writeText(JSON.stringify(groups, null, 2)).then(
      () => tell(WORDS.copied),
      (error: unknown) => tell(String(error), true),
    );
  }

  setPointing(true);
  show();
}
