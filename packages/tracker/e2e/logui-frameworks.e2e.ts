import { describe, expect, test, vi } from 'vitest';
import { appScript } from './app-script.ts';
import { ask, loguiStage } from './logui-stage.ts';

const logui = loguiStage();

describe('in production builds', () => {
  test.each(['react-19'])('%s gives props and state of class and function components as they are now', async (version) => {
    const page = await logui.visit();
    await page.addScriptTag({ content: await appScript(version) });
    await page.waitForSelector('#class');
    await logui.start(
      page,
      logui.configOf({
        class: {
          selector: '#class',
          event: 'click',
          metadata: [
            ask('reactComponentProp', 'label'),
            ask('reactComponentProp', 'zero'),
            ask('reactComponentState', 'time'),
            ask('reactComponentState', 'deep.zone'),
          ],
        },
        function: {
          selector: '#function',
          event: 'click',
          metadata: [
            ask('reactComponentProp', 'step'),
            ask('reactComponentState', '0'),
            ask('reactComponentState', '1.city'),
            ask('reactComponentState', 'city'),
            ask('reactComponentState', 'rank'),
          ],
        },
        row: { selector: '.row', event: 'click', metadata: [ask('reactComponentProp', 'rank'), ask('reactComponentState', 'nothing')] },
        outside: { selector: '#button', event: 'click', metadata: [ask('reactComponentProp', 'rank')] },
      }),
    );
    for (const selector of ['#class', '#class', '#class', '#function', '#function', '#function', '.row:nth-child(2)', '#button'])
      await page.click(selector);
    const values = (await logui.interactions(page)).map(({ metadata }) => metadata?.map(({ value }) => value));
    expect(values).toEqual([
      ['L', 0, 0, 'UTC'],
      ['L', 0, 1, 'UTC'],
      ['L', 0, 2, 'UTC'],
      [5, 10, 'Delft', 'Delft', 0],
      [5, 15, 'Delft', 'Delft', 0],
      [5, 20, 'Delft', 'Delft', 0],
      [2, null],
      [null],
    ]);
  });

  test.each(['vue-3', 'vue-2'])('%s gives props and state of components as they are now', async (version) => {
    const page = await logui.visit();
    await page.addScriptTag({ content: await appScript(version) });
    await logui.start(
      page,
      logui.configOf({
        app: {
          selector: '#setup',
          event: 'click',
          metadata: [ask('vueComponentState', 'count'), ask('vueComponentState', 'place.city'), ask('vueComponentState', 'twice')],
        },
        row: {
          selector: '.row',
          event: 'click',
          metadata: [ask('vueComponentProp', 'rank'), ask('vueComponentState', 'seen'), ask('vueComponentState', 'count')],
        },
      }),
    );
    for (const selector of ['#setup', '#setup', '.row:nth-of-type(2)', '.row:nth-of-type(2)']) await page.click(selector);
    const values = (await logui.interactions(page)).map(({ metadata }) => metadata?.map(({ value }) => value));
    expect(values).toEqual([
      [3, 'Delft', 6],
      [4, 'Delft', 8],
      [2, 0, 5],
      [2, 1, 5],
    ]);
  });

  test('svelte-5 gives what a custom element declares as props, as it is now', async () => {
    const page = await logui.visit();
    await page.addScriptTag({ content: await appScript('svelte-5') });
    await logui.start(
      page,
      logui.configOf({
        card: {
          selector: 'button',
          event: 'click',
          metadata: [ask('svelteComponentState', 'rank'), ask('svelteComponentState', 'place.city'), ask('svelteComponentState', 'seen')],
        },
      }),
    );
    await page.hover('result-card button');
    for (const _ of [1, 2]) await page.click('result-card button');
    await vi.waitFor(() => expect(logui.collector.named('click')).toHaveLength(2), { timeout: 30_000 });
    const values = logui.collector.named('click').map(({ metadata }) => metadata?.map(({ value, problem }) => value ?? problem));
    expect(values.map((row) => row?.slice(0, 2))).toEqual([
      [4, 'Delft'],
      [5, 'Delft'],
    ]);
    expect(values[0]?.[2]).toContain('only custom elements can be asked');
  });
});
