import type { TabId } from '@sightline/protocol';
import { eventPattern, patternSees } from '../event-pattern.ts';
import { givenNumber, givenText } from '../given.ts';
import type { MeasuredEvent, Sees } from '../metric.ts';
import { VISIBLE_SEES, visibleReading } from '../pages/visible-reading.ts';

/** Which events tell of a form. Nothing that was typed is read. */
export type FormRule = {
  /** The form's name for the log; empty takes all forms of the session as one. */
  form: string;
  /** Its fields' names for the log; none is every name. */
  fields: readonly string[];
  viewed: readonly string[];
  focus: readonly string[];
  blur: readonly string[];
  change: readonly string[];
  submit: readonly string[];
  /** Events that tell of success where a submission does not. */
  success: readonly string[];
  /** What begins a form: the first focus of a field, or the first change of its value. */
  start: 'focus' | 'change';
};

export const FORM_DEFAULTS: FormRule = {
  form: '',
  fields: [],
  viewed: ['elementInView', 'expose'],
  focus: ['fieldFocus', 'focus', 'focusin'],
  blur: ['fieldBlur', 'blur', 'focusout'],
  change: ['fieldChange', 'change', 'input'],
  submit: ['formSubmit', 'submit'],
  success: [],
  start: 'focus',
};

export const FORM_PRESETS = [
  { name: 'Zuko', source: 'Zuko’s definitions: a form is begun by the first interaction with a field.', parameters: { start: 'focus' } },
  { name: 'Exatom', source: 'Exatom counts a start only when a value changes.', parameters: { start: 'change' } },
] as const;

export const formSees = ({ viewed, focus, blur, change, submit, success }: FormRule): Sees => ({
  ...patternSees([...focus, ...blur, ...change, ...submit, ...success], ['form']),
  ...patternSees(viewed, ['lengthMs']),
  ...VISIBLE_SEES,
  pageView: [],
  pageLeft: [],
});

/** One stay in a field. */
export interface FieldVisit {
  tab: TabId;
  field: string;
  from: number;
  to: number;
  changes: number;
}

export interface FormStory {
  viewedAt: number | undefined;
  startedAt: number | undefined;
  completedAt: number | undefined;
  firstInputAt: number | undefined;
  visits: readonly FieldVisit[];
  msOf(visit: FieldVisit): number;
}

/** Reads what happened to a form in a session: seen, begun, completed, and every stay in a field. */
export function formReading(rule: FormRule): { see(event: MeasuredEvent): void; story(): FormStory } {
  const [views, focuses, blurs, changes] = [rule.viewed, rule.focus, rule.blur, rule.change].map(eventPattern) as [Told, Told, Told, Told];
  const completes = eventPattern(rule.success.length > 0 ? rule.success : rule.submit);
  const visible = visibleReading();
  const open = new Map<TabId, FieldVisit>();
  const visits: FieldVisit[] = [];
  const first: Partial<Record<'viewed' | 'focus' | 'change' | 'completed', number>> = {};

  const isForm = ({ details }: MeasuredEvent) => rule.form === '' || givenText(details, 'name') === rule.form;
  const fieldOf = ({ details }: MeasuredEvent) => {
    const name = givenText(details, 'name');
    // Sightline's tracker tells which form a field belongs to; of others' fields only the names are known.
    const another = rule.form !== '' && (givenText(details, 'form') ?? rule.form) !== rule.form;
    if (name === undefined || name === rule.form || another) return undefined;
    return rule.fields.length === 0 || rule.fields.includes(name) ? name : undefined;
  };
  const enter = ({ tab, at }: MeasuredEvent, field: string): FieldVisit => {
    const visit = { tab, field, from: at, to: at, changes: 0 };
    visits.push(visit);
    open.set(tab, visit);
    return visit;
  };
  const leave = ({ tab, at }: MeasuredEvent) => {
    const visit = open.get(tab);
    if (visit) visit.to = at;
    open.delete(tab);
  };

  return {
    see(event) {
      const { tab, name, at, details } = event;
      visible.see(event);
      if (name === 'pageView' || name === 'pageLeft') return leave(event);
      if (rule.form !== '' && views(event) && isForm(event)) {
        const from = at - (givenNumber(details, 'lengthMs') ?? 0);
        first.viewed = Math.min(first.viewed ?? from, from);
      }
      // A success that has names of its own need not name the form.
      if (completes(event) && (rule.success.length > 0 || isForm(event))) first.completed ??= at;
      const field = fieldOf(event);
      if (field === undefined) return undefined;
      const current = open.get(tab);
      if (focuses(event) && current?.field !== field) {
        leave(event);
        enter(event, field);
        first.focus ??= at;
      } else if (changes(event)) {
        const visit = current?.field === field ? current : enter(event, field);
        visit.changes += 1;
        visit.to = Math.max(visit.to, at);
        first.focus ??= at;
        first.change ??= at;
      } else if (blurs(event) && current?.field === field) leave(event);
      return undefined;
    },
    story: () => ({
      viewedAt: first.viewed,
      startedAt: rule.start === 'focus' ? first.focus : first.change,
      completedAt: first.completed,
      firstInputAt: first.focus,
      visits,
      msOf: (visit) => visible.msWithin(visit.tab, visit),
    }),
  };
}

type Told = ReturnType<typeof eventPattern>;
