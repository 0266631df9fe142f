import { type Scenario, wait } from '../scenario.ts';

/** Ends of browsers, and what comes after. */
export const ending: Scenario[] = [
  {
    name: 'closed, opened again after 8 s',
    async play({ open, truth, browser, reopen }) {
      await open('one');
      await wait(3_000);
      await truth.change(() => browser.close(), { one: 'gone' });
      await wait(8_000);
      const again = await reopen();
      const two = await open('two', { in: again });
      await wait(3_000);
      await truth.change(() => two.close(), { two: 'gone' });
    },
  },
  ...[290_000, 310_000].map((ms): Scenario => ({
    name: `closed, opened again after ${ms / 1_000} s (by the page’s clock)`,
    async play({ open, truth, browser, reopen }) {
      await open('one');
      await wait(3_000);
      await truth.change(() => browser.close(), { one: 'gone' });
      const closedAt = Date.now();
      const again = await reopen();
      const two = await open('two', { in: again, clockAheadMs: ms - (Date.now() - closedAt) });
      await wait(3_000);
      await truth.change(() => two.close(), { two: 'gone' });
    },
  })),
  {
    name: 'killed with -9 after 7 s, opened again',
    async play({ open, truth, browser, reopen }) {
      await open('one');
      await wait(7_000);
      await truth.change(() => browser.kill(), { one: 'gone' });
      await wait(2_000);
      const again = await reopen();
      const two = await open('two', { in: again });
      await wait(3_000);
      await truth.change(() => two.close(), { two: 'gone' });
    },
  },
];
