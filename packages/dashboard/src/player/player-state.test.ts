import { expect, test, vi } from 'vitest';
import { AT_REST, createPlayerState } from './player-state.ts';

test('whoever listens hears of changes, and of none where nothing changed', () => {
  const { read, change, subscribe } = createPlayerState(AT_REST);
  const heard = vi.fn<() => void>();
  const stop = subscribe(heard);
  change({ speed: 1, playing: false });
  expect([heard.mock.calls.length, read()]).toEqual([0, AT_REST]);
  change({ speed: 2 });
  expect([heard.mock.calls.length, read().speed]).toEqual([1, 2]);
  stop();
  change({ speed: 4 });
  expect(heard).toHaveBeenCalledTimes(1);
});
