import { describe, expect, test } from 'vitest';
import { event } from './event.fake.ts';
import { formAbandonField } from './form-abandon-field.ts';
import { formAbandoned } from './form-abandoned.ts';
import { formCompleted } from './form-completed.ts';
import { formFields } from './form-fields.ts';
import { formStarted } from './form-started.ts';
import { formTimeToFirst } from './form-time-to-first.ts';
import { formViewed } from './form-viewed.ts';
import type { MeasuredEvent } from './metric.ts';
import { measure } from './measure.ts';
import { withParameters } from './with-parameters.ts';

const told = (name: string) => (at: number, field: string) => event(name, at, { name: field });
const [focus, blur, change, submit] = [told('focusin'), told('focusout'), told('change'), told('submit')] as const;
const inView = (at: number, lengthMs: number) => event('elementInView', at, { name: 'signup', lengthMs });
const numbered = (events: readonly MeasuredEvent[]) => events.map((one, sequence) => ({ ...one, sequence }));

describe('viewed, started, completed, abandoned, abandoned at', () => {
  test.each([
    ['nothing of a form', [event('click', 0)], { form: 'signup' }, [null, null, null, null, null]],
    [
      'the tracker’s own events, of another form as well',
      [
        event('fieldFocus', 0, { name: 'email', form: 'signup' }),
        event('fieldChange', 3, { name: 'email', form: 'signup' }),
        event('fieldBlur', 4, { name: 'email', form: 'signup' }),
        event('fieldFocus', 5, { name: 'words', form: 'search' }),
        event('formSubmit', 9, { name: 'search' }),
      ],
      { form: 'signup', start: 'change' as const },
      [true, true, false, true, 'email'],
    ],
    ['only in view', [inView(900, 900)], { form: 'signup' }, [true, false, false, false, null]],
    ['a field had the focus', [focus(0, 'email')], {}, [true, true, false, true, 'email']],
    ['which is no start where a change is asked for', [focus(0, 'email')], { start: 'change' as const }, [true, false, false, false, null]],
    ['submitted', [focus(0, 'email'), submit(9, 'signup')], {}, [true, true, true, false, null]],
    ['another form was submitted', [focus(0, 'email'), submit(9, 'search')], { form: 'signup' }, [true, true, false, true, 'email']],
    [
      'success is named: a submission is none',
      [focus(0, 'email'), submit(9, 'signup')],
      { success: ['order placed'] },
      [true, true, false, true, 'email'],
    ],
    ['success came', [focus(0, 'email'), event('order placed', 9)], { success: ['order placed'] }, [true, true, true, false, null]],
    ['other fields are not the form’s', [focus(0, 'search'), focus(5, 'email')], { fields: ['email'] }, [true, true, false, true, 'email']],
  ])('%s', (_, events, rule, expected) => {
    const metrics = [formViewed, formStarted, formCompleted, formAbandoned] as const;
    const [viewed, started, completed, abandoned] = metrics.map((metric) => measure(events, withParameters(metric, rule))[0]);
    const [field] = measure(events, withParameters(formAbandonField, rule));
    expect([viewed, started, completed, abandoned, field]).toEqual(expected);
  });
});

test.each([
  ['in view, then focus', [inView(9_000, 8_000), focus(4_000, 'email')], 3_000],
  ['focus before it was half in view', [inView(9_000, 4_000), focus(4_000, 'email')], 0],
  ['never in view', [focus(4_000, 'email')], null],
  ['no input', [inView(9_000, 8_000)], null],
])('time to first input: %s', (_, events, ms) => {
  expect(measure(events, withParameters(formTimeToFirst, { form: 'signup' }))).toEqual([ms]);
});

const fields = (events: readonly MeasuredEvent[]) => measure(numbered(events), formFields)[0].map((row) => Object.values(row));

describe('fields', () => {
  test.each([
    ['focus to blur', [focus(0, 'a'), blur(500, 'a')], [['a', 1, 500, 0, 0, 0]]],
    [
      'the next field’s focus ends a visit',
      [focus(0, 'a'), focus(700, 'b'), blur(900, 'b')],
      [
        ['a', 1, 700, 0, 0, 0],
        ['b', 1, 200, 0, 0, 0],
      ],
    ],
    ['leaving the page ends it', [focus(0, 'a'), event('pageLeft', 300)], [['a', 1, 300, 0, 0, 0]]],
    ['back after nothing was entered is no return', [focus(0, 'a'), blur(1, 'a'), focus(5, 'a'), blur(6, 'a')], [['a', 2, 2, 0, 0, 0]]],
    ['back to look is a return', [focus(0, 'a'), change(1, 'a'), blur(1, 'a'), focus(5, 'a'), blur(6, 'a')], [['a', 2, 2, 1, 1, 0]]],
    [
      'back to change is a correction',
      [focus(0, 'a'), change(1, 'a'), blur(1, 'a'), focus(5, 'a'), change(6, 'a'), blur(6, 'a')],
      [['a', 2, 2, 2, 1, 1]],
    ],
    ['a change without focus is a visit', [change(5, 'a')], [['a', 1, 0, 1, 0, 0]]],
    [
      'hidden time is left out',
      [
        focus(0, 'a'),
        event('visibilityChange', 200, { visible: false }),
        event('visibilityChange', 800, { visible: true }),
        blur(900, 'a'),
      ],
      [['a', 1, 300, 0, 0, 0]],
    ],
  ])('%s', (_, events, rows) => {
    expect(fields(events)).toEqual(rows);
  });
});
