import { expect, test } from 'vitest';
import { createPlayhead } from './playhead.ts';

function begun() {
  let ms = 0;
  const playhead = createPlayhead({ now: () => ms, at: 1_000 });
  return { playhead, pass: (more: number) => (ms += more) };
}

test('it stands until it plays, and then keeps pace with its speed', () => {
  const { playhead, pass } = begun();
  pass(50);
  expect(playhead.at()).toBe(1_000);
  playhead.play();
  pass(100);
  expect(playhead.at()).toBe(1_100);
  playhead.setSpeed(4);
  pass(10);
  expect(playhead.at()).toBe(1_140);
  playhead.pause();
  pass(500);
  expect(playhead.at()).toBe(1_140);
});

test('a seek goes on playing from there', () => {
  const { playhead, pass } = begun();
  playhead.play();
  pass(10);
  playhead.seek(5_000);
  pass(10);
  expect(playhead.at()).toBe(5_010);
});

test('it waits until every reason to wait is gone, and knows that it is to play', () => {
  const { playhead, pass } = begun();
  playhead.play();
  playhead.hold('loading');
  playhead.hold('end');
  pass(10);
  playhead.release('loading');
  pass(10);
  expect([playhead.at(), playhead.isPlaying(), playhead.isRunning()]).toEqual([1_000, true, false]);
  playhead.release('end');
  pass(10);
  expect(playhead.at()).toBe(1_010);
});
