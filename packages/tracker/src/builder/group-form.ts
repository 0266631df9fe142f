import type { MetadataRequest } from '../handlers/group.ts';
import { SOURCERS, WORDS } from './builder-words.ts';
import { element } from './element.ts';
import type { GroupChoice } from './group-of.ts';
import { OFFERED_HANDLERS } from './offered-handlers.ts';
import type { Proposal } from './selector-proposals.ts';

/** A group as somebody edits it. */
export interface EditedGroup extends GroupChoice {
  /** Its key among the groups. */
  key: string;
}

export interface GroupFormDeps {
  heading: string;
  confirm: string;
  start: EditedGroup;
  proposals: readonly Proposal[];
  /** The elements around the one pointed at, from the inside out. */
  around: readonly { label: string; choose(): void }[];
  /** How many elements a selector finds; undefined where it is none. */
  count(selector: string): number | undefined;
  taken(group: EditedGroup): void;
  cancelled(): void;
}

/** The form of one group: selector with its live count, handler, names and metadata. */
export function groupForm({ heading, confirm, start, proposals, around, count, taken, cancelled }: GroupFormDeps): HTMLElement {
  const found = element('span', { class: 'count', role: 'status' });
  const selector = element('input', {
    type: 'text',
    class: 'mono',
    value: start.selector,
    spellcheck: 'false',
    'aria-label': WORDS.selector,
  });
  const key = element('input', { type: 'text', value: start.key });
  const name = element('input', { type: 'text', value: start.name });
  const handler = element(
    'select',
    {},
    ...OFFERED_HANDLERS.map(({ event, label }) => element('option', { value: event, selected: event === start.event }, label)),
  );
  if (!OFFERED_HANDLERS.some(({ event }) => event === start.event))
    handler.append(element('option', { value: start.event, selected: true }, start.event));
  const submit = element('button', { class: 'main', type: 'submit' }, confirm);
  const rows = element('div', { class: 'cards' });
  const choices = proposals.map((proposal) =>
    choiceOf(proposal, proposal.selector === start.selector, (chosen) => {
      selector.value = chosen;
      look();
    }),
  );

  const look = () => {
    const here = count(selector.value);
    found.textContent = here === undefined ? WORDS.wrongSelector : WORDS.found(here);
    found.classList.toggle('wrong', here === undefined);
    submit.disabled = here === undefined || key.value.trim() === '';
  };
  for (const field of [selector, key]) field.addEventListener('input', look);
  for (const request of start.metadata) rows.append(metadataRow(request));

  const form = element(
    'form',
    {
      onsubmit: (event) => {
        event.preventDefault();
        taken({
          key: key.value.trim(),
          selector: selector.value.trim(),
          event: handler.value,
          name: name.value.trim() || key.value.trim(),
          metadata: requestsIn(rows),
        });
      },
    },
    element(
      'section',
      {},
      element('h2', {}, heading),
      ...(around.length > 0
        ? [
            element(
              'div',
              { class: 'row' },
              element('span', { class: 'count' }, WORDS.around),
              ...around.map(({ label, choose }) => element('button', { type: 'button', onclick: choose }, label)),
            ),
          ]
        : []),
      ...(choices.length > 0 ? [element('p', {}, WORDS.proposals), ...choices] : []),
      element('label', {}, WORDS.selector, element('span', { class: 'row' }, selector, found)),
      element('label', {}, WORDS.handler, handler),
      element('label', {}, WORDS.eventName, name),
      element('label', {}, WORDS.groupName, key),
      element('p', {}, WORDS.metadata),
      rows,
      element(
        'button',
        { type: 'button', onclick: () => void rows.append(metadataRow({ nameForLog: '', sourcer: 'elementAttribute', lookFor: '' })) },
        WORDS.addMetadata,
      ),
      element('div', { class: 'row' }, submit, element('button', { type: 'button', onclick: cancelled }, WORDS.cancel)),
    ),
  );
  look();
  return form;
}

const choiceOf = ({ selector, count, isFragile }: Proposal, checked: boolean, chosen: (selector: string) => void): HTMLElement =>
  element(
    'label',
    { class: 'choice' },
    element('input', { type: 'radio', name: 'proposal', checked, onchange: () => chosen(selector) }),
    element('code', {}, selector),
    element('span', { class: 'count' }, isFragile ? WORDS.fragile : WORDS.found(count)),
  );

function metadataRow({ nameForLog, sourcer, lookFor }: MetadataRequest): HTMLElement {
  const known = sourcer in SOURCERS ? [] : [element('option', { value: sourcer, selected: true }, sourcer)];
  const row: HTMLElement = element(
    'div',
    { class: 'row metadata' },
    element('input', { type: 'text', value: nameForLog, 'aria-label': WORDS.nameForLog, placeholder: WORDS.nameForLog }),
    element(
      'select',
      { 'aria-label': WORDS.sourcer },
      ...known,
      ...Object.entries(SOURCERS).map(([value, label]) => element('option', { value, selected: value === sourcer }, label)),
    ),
    element('input', {
      type: 'text',
      value: typeof lookFor === 'string' ? lookFor : '',
      'aria-label': WORDS.lookFor,
      placeholder: WORDS.lookFor,
    }),
    element('button', { type: 'button', 'aria-label': WORDS.remove, onclick: () => row.remove() }, '×'),
  );
  return row;
}

function requestsIn(rows: HTMLElement): MetadataRequest[] {
  return [...rows.querySelectorAll('.metadata')].flatMap((row) => {
    const [nameForLog = '', lookFor = ''] = [...row.querySelectorAll('input')].map(({ value }) => value.trim());
    const sourcer = row.querySelector('select')?.value ?? '';
    // A row that was begun and left says nothing.
    return lookFor === '' ? [] : [{ nameForLog: nameForLog || lookFor, sourcer, lookFor }];
  });
}
