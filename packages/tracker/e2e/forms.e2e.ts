import type { Page } from 'playwright-core';
import { beforeEach, expect, test, vi } from 'vitest';
import { browserStage } from './browser-stage.ts';
import { SOON } from './soon.ts';

const stage = browserStage();
let page: Page;
beforeEach(async () => {
  page = await stage.context.newPage();
  await page.goto(`${stage.collector.url()}/forms.html`, { waitUntil: 'networkidle' });
});

const arrive = (names: string[], count: number) =>
  vi.waitFor(() => {
    const arrived = stage.collector.events().filter(({ eventName }) => names.includes(eventName));
    expect(arrived).toHaveLength(count);
    return arrived;
  }, SOON);

test('fields tell of coming, changing and leaving, forms of being submitted; nothing tells what was typed', async () => {
  const typed = 'canary-7f3a';
  await page.click('#email');
  await page.keyboard.type(`${typed}@example.org`);
  await page.click('#secret');
  await page.keyboard.type(typed);
  await page.click('#card');
  await page.keyboard.type(typed);
  await page.selectOption('#country', 'B');
  await page.focus('shadow-box input');
  await page.keyboard.type(typed);
  await page.keyboard.press('Tab');
  await page.click('#send');
  const events = await arrive(['fieldFocus', 'fieldBlur', 'fieldChange', 'formSubmit'], 14);
  expect(events.map(({ eventName, details }) => [eventName, details?.name, details?.kind, details?.form, details?.changed])).toEqual([
    ['fieldFocus', 'email', 'email', 'signup', undefined],
    ['fieldChange', 'email', 'email', 'signup', undefined],
    ['fieldBlur', 'email', 'email', 'signup', true],
    ['fieldFocus', 'secret', 'password', 'signup', undefined],
    ['fieldChange', 'secret', 'password', 'signup', undefined],
    ['fieldBlur', 'secret', 'password', 'signup', true],
    ['fieldFocus', expect.stringContaining('label'), undefined, 'signup', undefined],
    ['fieldChange', 'country', 'select', 'signup', undefined],
    ['fieldChange', expect.stringContaining('label'), undefined, 'signup', undefined],
    ['fieldBlur', expect.stringContaining('label'), undefined, 'signup', true],
    ['fieldFocus', 'inside', 'text', undefined, undefined],
    ['fieldChange', 'inside', 'text', undefined, undefined],
    ['fieldBlur', 'inside', 'text', undefined, true],
    ['formSubmit', 'signup', undefined, undefined, undefined],
  ]);
  expect(JSON.stringify(stage.collector.events())).not.toContain(typed);
  for (const { eventName, details } of events) if (eventName === 'fieldBlur') expect(details?.timeMs).toBeGreaterThanOrEqual(0);
});

test('each click on what looks interactive has an outcome: nothing, a change of the page, a request, or none that can be told', async () => {
  for (const selector of ['#dead', '#alive', '#asks', '#card-like', '#text', '#canvas', 'shadow-box button']) {
    await page.click(selector);
    // A selection that a press changes, or the focus of the next, is not the outcome of the click before.
    await page.waitForTimeout(150);
  }
  const outcomes = await arrive(['clickOutcome'], 6);
  const clicks = stage.collector.named('click');
  const byPath = Object.fromEntries(outcomes.map((event) => [event.details?.path, event]));
  const effects = (path: string) =>
    Object.keys(byPath[path]?.details ?? {}).filter((key) => key.endsWith('Ms') && key !== 'watchedMs' && key !== 'selectionMs');
  expect(byPath['#alive']?.details?.mutationMs).toBeLessThan(100);
  expect(byPath['#asks']?.details?.networkMs).toBeLessThan(500);
  expect(byPath['#canvas']?.details?.unjudgeable).toBe(true);
  expect(Object.keys(byPath)).toContainEqual(expect.stringContaining('>>> #shadow'));
  expect(byPath['#text']).toBeUndefined();
  expect(byPath['#dead']?.details).toMatchObject({ name: 'broken', tag: 'button' });
  // The next button was clicked, and wrote, some 200 ms later: that ends the watch.
  expect(effects('#dead')).toEqual(expect.arrayContaining(['mutationMs']));
  expect(byPath['#dead']?.at).toBe(clicks[0]?.at);
});

test('a click that nothing follows is watched for seven seconds, and dead', async () => {
  await page.click('#dead');
  const [outcome] = await arrive(['clickOutcome'], 1);
  expect(outcome?.details).toEqual({ path: '#dead', tag: 'button', name: 'broken', watchedMs: 7_000 });
});

test('a click that leads away had an effect', async () => {
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<a id="leave" href="/other.html">Leave</a>');
  });
  await page.click('#leave');
  const [outcome] = await arrive(['clickOutcome'], 1);
  expect(outcome?.details?.navigationMs).toBeGreaterThanOrEqual(0);
});
