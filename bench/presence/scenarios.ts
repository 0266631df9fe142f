import type { DrivenBrowser, DrivenTab } from '../../e2e/driven-browser.ts';
import type { Truth } from './truth.ts';

export interface Stage {
  site: string;
  browser: DrivenBrowser;
  truth: Truth;
  /** Another browser on the same profile. */
  reopen(): Promise<DrivenBrowser>;
  /** Opens a page in a tab of its own, in front of the others; the truth begins when its document did. */
  open(name: string, options?: { newWindow?: boolean; behind?: string; in?: DrivenBrowser; clockAheadMs?: number }): Promise<DrivenTab>;
}

export interface Scenario {
  name: string;
  play(stage: Stage): Promise<void>;
}

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The pointer moves all the time: the person is active from the first move to the last, whose time is answered. */
async function moving(tab: DrivenTab, ms: number): Promise<number> {
  let last = Date.now();
  for (const until = last + ms; Date.now() < until; await wait(Math.min(100, Math.max(0, until - Date.now())))) {
    await tab.move(100 + Math.random() * 300, 150 + Math.random() * 200);
    last = Date.now();
  }
  return last;
}

/** The page's wall clock runs ahead or behind from now on; its monotonic one does not. */
export const SHIFT_CLOCK = (ms: number) =>
  `(() => { const real = window.realNow ??= Date.now.bind(Date); window.shifted = (window.shifted ?? 0) + ${ms}; Date.now = () => real() + window.shifted; })()`;

export const scenarios: Scenario[] = [
  {
    name: 'one tab, read and moved about in',
    async play({ open, truth }) {
      const tab = await open('one');
      await wait(2_000);
      truth.set('one', 'active');
      await moving(tab, 5_000);
      await truth.change(() => tab.close(), { one: 'gone' });
    },
  },
  {
    name: 'an idle tail of 36 s',
    async play({ open, truth }) {
      const tab = await open('one');
      truth.set('one', 'active');
      truth.set('one', 'focused', await moving(tab, 3_000));
      await wait(36_000);
      truth.set('one', 'active');
      await moving(tab, 2_000);
      await truth.change(() => tab.close(), { one: 'gone' });
    },
  },
  {
    name: 'five tabs, switched between',
    async play({ open, truth }) {
      const names = ['a', 'b', 'c', 'd', 'e'];
      const tabs = new Map<string, DrivenTab>();
      let front: string | undefined;
      for (const name of names) {
        const from = front;
        const tab = await open(name, from === undefined ? {} : { behind: from });
        tabs.set(name, tab);
        front = name;
        await wait(1_000);
      }
      for (const name of ['b', 'd', 'a', 'e', 'c', 'a', 'b']) {
        const from = front ?? '';
        await truth.change(async () => tabs.get(name)?.show(), { [from]: 'hidden', [name]: 'focused' });
        front = name;
        await wait(1_000);
      }
      for (const name of ['a', 'c', 'd', 'e']) await truth.change(async () => tabs.get(name)?.close(), { [name]: 'gone' });
      await wait(1_000);
      await truth.change(async () => tabs.get('b')?.close(), { b: 'gone' });
    },
  },
  {
    name: 'minimised for 4 s, twice',
    async play({ open, truth }) {
      const tab = await open('one', { newWindow: true });
      for (const _ of [1, 2]) {
        await wait(2_000);
        await truth.change(() => tab.windowState('minimized'), { one: 'hidden' });
        await wait(4_000);
        await truth.change(() => tab.windowState('normal'), { one: 'focused' });
      }
      await wait(1_000);
      await truth.change(() => tab.close(), { one: 'gone' });
    },
  },
  {
    name: 'two windows side by side',
    async play({ open, truth }) {
      const one = await open('one', { newWindow: true });
      await wait(2_000);
      const two = await open('two', { newWindow: true });
      await wait(5_000);
      await truth.change(() => one.close(), { one: 'gone' });
      await wait(2_000);
      await truth.change(() => two.close(), { two: 'gone' });
    },
  },
  {
    name: 'a chain of six pages, by links',
    async play({ open, truth }) {
      const tab = await open('one');
      await wait(800);
      truth.set('one', 'active');
      for (const _ of [1, 2, 3, 4, 5]) {
        await tab.click('#next');
        await wait(1_200);
      }
      await truth.change(() => tab.close(), { one: 'gone' });
    },
  },
  {
    name: 'six routes of one document',
    async play({ open, truth }) {
      const tab = await open('one');
      for (const route of [1, 2, 3, 4, 5]) {
        await wait(1_000);
        await tab.evaluate(`history.pushState({}, '', '/route-${route}')`);
      }
      await wait(1_000);
      await truth.change(() => tab.close(), { one: 'gone' });
    },
  },
  {
    name: 'a storm of 12 reloads',
    async play({ open, truth, site }) {
      const tab = await open('one');
      for (let reload = 0; reload < 12; reload += 1) {
        await wait(reload % 3 === 0 ? 500 : 60);
        await tab.goto(`${site}/0`);
      }
      await wait(1_000);
      await truth.change(() => tab.close(), { one: 'gone' });
    },
  },
  {
    name: 'a tab duplicated by a script',
    async play({ open, truth, browser }) {
      const one = await open('one');
      await wait(1_500);
      const known = new Set((await browser.targets()).map(({ targetId }) => targetId));
      await truth.change(() => one.click('#other'), { one: 'hidden', two: 'focused' });
      await wait(2_000);
      const target = (await browser.targets()).find(({ targetId, type }) => type === 'page' && !known.has(targetId));
      if (!target) throw new Error('the click opened no other tab');
      const two = await browser.attach(target.targetId);
      await truth.change(() => two.close(), { two: 'gone', one: 'active' });
      await wait(1_500);
      await truth.change(() => one.close(), { one: 'gone' });
    },
  },
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
