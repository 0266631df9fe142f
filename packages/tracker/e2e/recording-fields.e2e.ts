import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { appScript } from './app-script.ts';
import { goOn, momentOf, replayStage, type Moment } from './replay-stage.ts';

const stage = replayStage();

/** Opens a page of the form, held by something or nobody, and records it from then on only. */
const visit = async (app: string | undefined): Promise<Page> => {
  const page = await stage.context.newPage();
  await page.goto(`${stage.collector.url()}/${app ? 'holding' : 'fields'}.html`);
  if (app) await page.addScriptTag({ content: await appScript(app) });
  await page.waitForSelector('#message');
  await stage.recordFromNow(page);
  return page;
};

/** What the recording says of the fields, as it was told last. */
const shown = () => {
  const told = stage.collector.recordings.events().flatMap(({ data }) => {
    const { source, id, text, isChecked } = data as { source?: number; id?: number; text?: string; isChecked?: boolean };
    return source === 5 ? [[id, text, isChecked] as const] : [];
  });
  const last = new Map(told.map((one) => [one[0] ?? 0, one]));
  return [...last.values()].sort(([one], [other]) => (one ?? 0) - (other ?? 0)).map(([, text, isChecked]) => [text, isChecked]);
};

test.each([
  ['React holds', 'react-fields'],
  ['Vue holds', 'vue-fields'],
  ['nobody holds, and its own reset button', undefined],
])('fields of a form that %s are emptied and filled in the replay as on the page', async (_, app) => {
  const page = await visit(app);
  const moments: Moment[] = [];
  const settle = async () => {
    await page.waitForTimeout(150);
    moments.push(await momentOf(page));
  };
  await page.type('#message', 'a');
  await page.type('#note', 'something');
  await page.check('#agree');
  await page.selectOption('#size', 'large');
  await settle();
  await page.click('#send');
  await settle();
  // As long as what stood there before: rrweb would find that nothing changed.
  await page.type('#message', 'b');
  await page.check('#agree');
  await settle();
  await page.click('#send');
  await settle();
  await page.click('#fill');
  await settle();
  await goOn(page);
  await stage.compare(moments);
  expect(shown()).toEqual([
    ['***********', false],
    ['******', false],
    ['on', true],
    ['*****', false],
  ]);
});
