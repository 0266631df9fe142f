import { type Scenario, wait } from '../scenario.ts';

/** Ways from page to page. */
export const navigation: Scenario[] = [
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
];
