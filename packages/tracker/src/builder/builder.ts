import type { BuilderState } from '@sightline/protocol';
import type { BuilderCalls } from './builder-calls.ts';
import { WORDS } from './builder-words.ts';
import { createDraft } from './draft.ts';
import { element } from './element.ts';
import { eventName } from './event-name.ts';
import { groupForm, type EditedGroup } from './group-form.ts';
import { groupCard } from './group-card.ts';
import { createHighlight } from './highlight.ts';
import { liveLog } from './live-log.ts';
import { createPanel } from './panel.ts';
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
  const draft = createDraft({ state, calls });
  const { groups } = draft;
  let stopPicking: (() => void) | undefined;
  let stopLog: (() => void) | undefined;

  const panel = createPanel({
    window,
    point: () => setPointing(true),
    use: () => setPointing(false),
    bySelector: () => edit(draft.blank()),
    copy: () => void copy(),
    save: () => void saveGroups(),
    leave,
  });
  const highlight = createHighlight(window, panel.layer);

  const matches = (selector: string): Element[] | undefined => {
    try {
      return selector.trim() === '' ? undefined : [...window.document.querySelectorAll(selector)].filter((found) => found !== panel.host);
    } catch {
      // That is how a browser says that it is no selector.
      return undefined;
    }
  };

  function setPointing(on: boolean): void {
    stopPicking?.();
    stopPicking = on
      ? createPicker(window, { host: panel.host, over: highlight.point, picked: pick, cancelled: () => setPointing(false) })
      : undefined;
    panel.point.setAttribute('aria-pressed', String(on));
    panel.use.setAttribute('aria-pressed', String(!on));
    panel.meaning.textContent = on ? WORDS.pointMeaning : WORDS.useMeaning;
    watch();
  }

  /** What visitors' pages would log; not while pointing, when the page hears nothing. */
  function watch(): void {
    stopLog?.();
    stopLog = stopPicking
      ? undefined
      : liveLog(window, groups, ({ title, event }) => {
          const { details, metadata } = event;
          panel.log.querySelector('.none')?.remove();
          panel.log.prepend(element('li', {}, element('strong', {}, title), element('code', {}, JSON.stringify({ details, metadata }))));
          [...panel.log.children].slice(LOGGED).forEach((old) => old.remove());
        });
  }

  function pick(target: Element): void {
    setPointing(false);
    const proposals = selectorProposals(target);
    const name = eventName(target);
    const event = target.localName === 'form' ? 'formSubmission' : 'mouseClick';
    const outer: Element[] = [];
    for (let at = target.parentElement; at && at !== window.document.body && outer.length < AROUND; at = at.parentElement) outer.push(at);
    edit(
      {
        key: draft.freeKey(name.toLowerCase().replaceAll('_', '-')),
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
      panel.editor.replaceChildren();
      highlight.mark([]);
    };
    panel.editor.replaceChildren(
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
          draft.put(group, known);
          close();
          show();
        },
        cancelled: close,
      }),
    );
    panel.editor.querySelector('input')?.focus();
  }

  function show(): void {
    panel.groups.replaceChildren(
      ...Object.entries(groups).map(([key, group]) =>
        groupCard({
          name: key,
          group,
          found: matches(group.selector)?.length ?? 0,
          point: (isOver) => highlight.mark((isOver && matches(group.selector)) || []),
          edit: () =>
            edit(
              { key, selector: group.selector, event: group.event, name: group.name ?? key, metadata: group.metadata ?? [] },
              { known: key },
            ),
          remove() {
            draft.remove(key);
            show();
          },
        }),
      ),
    );
    if (Object.keys(groups).length === 0) panel.groups.append(element('li', { class: 'none' }, WORDS.noGroups));
    if (panel.log.childElementCount === 0) panel.log.append(element('li', { class: 'none' }, WORDS.noLog));
    panel.save.textContent = WORDS.save(draft.version() + 1);
    panel.save.disabled = !draft.isChanged();
    tell(draft.isChanged() ? WORDS.unsaved : WORDS.unchanged(draft.version()));
    watch();
  }

  function tell(words: string, isWrong = false): void {
    panel.status.textContent = words;
    panel.status.classList.toggle('wrong', isWrong);
  }

  async function saveGroups(): Promise<void> {
    panel.save.disabled = true;
    try {
      await draft.save();
      show();
      tell(WORDS.saved(draft.version()));
    } catch (error) {
      panel.save.disabled = false;
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
