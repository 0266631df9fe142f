import { expect, test } from 'vitest';
import { detailsOf, loguiStage } from './logui-stage.ts';

const logui = loguiStage();

test('a click logs at every tracked element around it, innermost first; a group may ask for the innermost alone', async () => {
  const page = await logui.track({
    all: { selector: '.tracked', event: 'click', name: 'ALL', metadata: [{ nameForLog: 'id', sourcer: 'elementProperty', lookFor: 'id' }] },
    page: { selector: 'body', event: 'click', name: 'PAGE', bubbling: 'innermost' },
  });
  await page.click('#inner');
  await page.click('#button');
  const events = await logui.interactions(page);
  expect(events.map(({ details: given, metadata }) => [given, metadata])).toEqual([
    [{ type: 'click', name: 'ALL' }, [{ name: 'id', value: 'inner' }]],
    [{ type: 'click', name: 'ALL' }, [{ name: 'id', value: 'outer' }]],
    [{ type: 'click', name: 'PAGE' }, []],
  ]);
});

test('elements count by what they are when it happens: classes that come and go, nodes taken out and put back', async () => {
  const page = await logui.track({ late: { selector: '.late', event: 'click', name: 'LATE' } });
  await page.click('#button');
  await page.evaluate(() => document.querySelector('#button')?.classList.add('late'));
  await page.click('#button');
  await page.evaluate(() => document.querySelector('#button')?.classList.remove('late'));
  await page.click('#button');
  await page.evaluate(() => {
    const button = document.querySelector('#button') as Element;
    button.classList.add('late');
    button.remove();
    document.querySelector('#outer')?.before(button);
  });
  await page.click('#button');
  expect(detailsOf(await logui.interactions(page))).toEqual([
    { type: 'click', name: 'LATE' },
    { type: 'click', name: 'LATE' },
  ]);
});

test('open shadow roots are seen, and what stays inside of them', async () => {
  const page = await logui.track({
    click: { selector: '.deep', event: 'click', name: 'CLICK' },
    hover: { selector: '.deep', event: 'mouseHover', properties: { mouseenter: { name: 'IN' }, mouseleave: { name: 'OUT' } } },
    change: { selector: '.deep', event: 'change', name: 'CHANGE' },
    focus: { selector: '.deep', event: 'focus', name: 'FOCUS' },
  });
  await page.evaluate(() => {
    const host = document.createElement('div');
    document.querySelector('#outer')?.before(host);
    host.attachShadow({ mode: 'open' }).innerHTML =
      '<div id="plain" style="height:30px">plain</div><button id="deep" class="deep">deep</button><input id="field" class="deep" type="checkbox">';
  });
  await page.hover('#plain');
  await page.hover('#deep');
  await page.click('#deep');
  await page.click('#field');
  const told = detailsOf(await logui.interactions(page)).map((given) => `${String(given?.type)} ${String(given?.name)}`);
  expect(told).toEqual([
    'mouseenter IN',
    'focus FOCUS',
    'click CLICK',
    'mouseleave OUT',
    'mouseenter IN',
    'focus FOCUS',
    'click CLICK',
    'change CHANGE',
  ]);
});

test('frames that the page may read are seen, also when they come later and go on to another document', async () => {
  const page = await logui.track({ click: { selector: '.framed', event: 'click', name: 'FRAMED' } });
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.srcdoc = '<button class="framed">one</button>';
    document.querySelector('#outer')?.before(frame);
  });
  const frame = page.frameLocator('iframe');
  await frame.locator('.framed').click();
  await page.evaluate(
    () => ((document.querySelector('iframe') as HTMLIFrameElement).srcdoc = '<button class="framed" id="two">two</button>'),
  );
  await frame.locator('#two').click();
  const events = await logui.interactions(page);
  expect(detailsOf(events)).toEqual([
    { type: 'click', name: 'FRAMED' },
    { type: 'click', name: 'FRAMED' },
  ]);
  expect(Math.abs(Number(events[0]?.timestamp) - Date.now())).toBeLessThan(30_000);
});
