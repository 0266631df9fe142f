import { expect, test } from 'vitest';
import { createInView } from './in-view.ts';

const watched = (minimumMs: number) => {
  const told: string[] = [];
  let now = 0;
  let due: { at: number; task: () => void } | undefined;
  const inView = createInView({
    minimumMs,
    now: () => now,
    after(ms, task) {
      due = { at: now + ms, task };
      return () => (due = undefined);
    },
    exposed: (total) => told.push(`exposed ${total}`),
    obscured: (ms, total) => told.push(`obscured ${ms} ${total}`),
  });
  const pass = (ms: number) => {
    now += ms;
    if (!due || now < due.at) return;
    const { task } = due;
    due = undefined;
    task();
  };
  return { inView, told, pass };
};

test('an element counts as seen once it has been in view for long enough', () => {
  const { inView, told, pass } = watched(100);
  inView.set(true);
  pass(99);
  expect(told).toEqual([]);
  pass(1);
  expect(told).toEqual(['exposed 100']);
  inView.set(true);
  pass(50);
  inView.set(false);
  expect(told).toEqual(['exposed 100', 'obscured 150 150']);
});

test('a glance that was too short is not told, and its time counts all the same', () => {
  const { inView, told, pass } = watched(100);
  inView.set(true);
  pass(60);
  inView.set(false);
  pass(500);
  inView.set(true);
  pass(100);
  inView.set(false);
  expect(told).toEqual(['exposed 160', 'obscured 100 160']);
  expect(inView.totalMs()).toBe(160);
});

test('without a minimum it is told at once', () => {
  const { inView, told } = watched(0);
  inView.set(true);
  expect(told).toEqual(['exposed 0']);
});
