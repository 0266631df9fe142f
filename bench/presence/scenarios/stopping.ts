import { type Scenario, wait } from '../scenario.ts';
import { SHIFT_CLOCK } from '../shift-clock.ts';

/** Time that stops, and clocks that are set. */
export const stopping: Scenario[] = [
  {
    name: 'a hidden tab frozen for 6 s beside a visible one',
    async play({ open, truth }) {
      const one = await open('one');
      await wait(1_000);
      const two = await open('two', { behind: 'one' });
      await wait(1_000);
      await truth.change(() => one.send('Page.setWebLifecycleState', { state: 'frozen' }), { one: 'frozen' });
      await wait(6_000);
      await truth.change(() => one.send('Page.setWebLifecycleState', { state: 'active' }), { one: 'hidden' });
      await wait(1_500);
      await truth.change(() => two.close(), { two: 'gone', one: 'focused' });
      await wait(1_500);
      await truth.change(() => one.close(), { one: 'gone' });
    },
  },
  {
    name: 'the only tab frozen for 6 s',
    async play({ open, truth }) {
      const one = await open('one');
      await wait(2_000);
      await truth.change(() => one.send('Page.setWebLifecycleState', { state: 'frozen' }), { one: 'frozen' });
      await wait(6_000);
      await truth.change(() => one.send('Page.setWebLifecycleState', { state: 'active' }), { one: 'hidden' });
      await wait(2_000);
      await truth.change(() => one.close(), { one: 'gone' });
    },
  },
  {
    name: 'asleep for 90 s (every process stopped)',
    async play({ open, truth, browser }) {
      const one = await open('one');
      await wait(4_300);
      await truth.change(() => browser.suspend(), { one: 'frozen' });
      await wait(90_000);
      await truth.change(() => browser.wake(), { one: 'focused' });
      await wait(3_000);
      await truth.change(() => one.close(), { one: 'gone' });
    },
  },
  ...[600_000, -3_600_000, -4_000].map((ms): Scenario => ({
    name: `the clock set by ${ms / 1_000} s`,
    async play({ open, truth }) {
      const one = await open('one');
      await wait(4_000);
      await one.evaluate(SHIFT_CLOCK(ms));
      await wait(4_000);
      await truth.change(() => one.close(), { one: 'gone' });
    },
  })),
];
