import { expect, test } from 'vitest';
import { DEFAULT_CAPTURE } from './capture-settings.ts';
import { settingsProblems } from './settings-problems.ts';

const paths = (value: unknown) => settingsProblems(value).map(({ path }) => path);

test.each([
  [{}, []],
  [{ events: ['clipboard'] }, []],
  [{ logui: { a: { selector: 'a', event: 'mouseClick' } } }, []],
  [{ presence: { ...DEFAULT_CAPTURE.presence, idleAfterS: 1 } }, []],
  [{ presence: { ...DEFAULT_CAPTURE.presence, idleAfterS: 0.9 } }, ['presence.idleAfterS']],
  [{ presence: { ...DEFAULT_CAPTURE.presence, idleAfter: 3 } }, ['presence.idleAfter']],
  [{ recording: { ...DEFAULT_CAPTURE.recording, moveEveryMs: 19 } }, ['recording.moveEveryMs']],
  [{ recording: { ...DEFAULT_CAPTURE.recording, maskText: [''] } }, ['recording.maskText.0']],
  [{ consent: undefined }, ['consent']],
])('%j over the defaults has the problems %j', (change, problems) => {
  expect(paths({ ...DEFAULT_CAPTURE, ...change })).toEqual(problems);
});

test('a LogUI group is told what it lacks', () => {
  expect(settingsProblems({ ...DEFAULT_CAPTURE, logui: { buttons: { event: 'mouseClick' } } })).toContainEqual({
    path: 'logui.buttons.selector',
    message: 'is missing',
  });
});

test('what is no object at all is one problem', () => {
  expect(settingsProblems([])).toHaveLength(1);
});
