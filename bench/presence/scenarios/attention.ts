import type { DrivenTab } from '../../../e2e/driven-browser.ts';
import { type Scenario, wait } from '../scenario.ts';

/** Tabs and windows that people read in, turn to and turn from. */
export const attention: Scenario[] = [
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
];

/** The pointer moves all the time: the person is active from the first move to the last, whose time is answered. */
async function moving(tab: DrivenTab, ms: number): Promise<number> {
  let last = Date.now();
  for (const until = last + ms; Date.now() < until; await wait(Math.min(100, Math.max(0, until - Date.now())))) {
    await tab.move(100 + Math.random() * 300, 150 + Math.random() * 200);
    last = Date.now();
  }
  return last;
}
