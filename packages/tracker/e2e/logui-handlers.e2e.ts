import { expect, test } from 'vitest';
import { detailsOf, loguiStage } from './logui-stage.ts';

const logui = loguiStage();

const field = (nameForLog: string, lookFor: string) => ({ nameForLog, selector: `#${nameForLog}`, sourcer: 'elementProperty', lookFor });

test('hovering enters from the outside in and leaves from the inside out', async () => {
  const metadata = [{ nameForLog: 'id', sourcer: 'elementProperty', lookFor: 'id' }];
  const page = await logui.track({
    hover: { selector: '.tracked', event: 'mouseHover', properties: { mouseenter: { name: 'IN' }, mouseleave: { name: 'OUT' } }, metadata },
  });
  await page.hover('#inner');
  await page.mouse.move(880, 10);
  const events = await logui.interactions(page);
  expect(
    events.map((event) => `${String(event.details?.type)} ${String(event.details?.name)} ${String(event.metadata?.[0]?.value)}`),
  ).toEqual(['mouseenter IN outer', 'mouseenter IN inner', 'mouseleave OUT inner', 'mouseleave OUT outer']);
});

test('a mouse click is a press and a release on one element; a press that ended elsewhere is forgotten', async () => {
  const page = await logui.track({
    click: { selector: '#button', event: 'mouseClick', properties: { primary: { name: 'L' }, secondary: { name: 'R' } } },
  });
  await page.click('#button');
  await page.click('#button', { button: 'right' });
  await page.click('#button', { button: 'middle' });
  await page.hover('#button');
  await page.mouse.down();
  await page.mouse.move(880, 10);
  await page.mouse.up();
  await page.mouse.down();
  await page.hover('#button');
  await page.mouse.up();
  const clicks = detailsOf(await logui.interactions(page));
  expect(clicks.map((click) => JSON.stringify({ ...click, clickDuration: typeof click?.clickDuration }))).toEqual([
    '{"clickDuration":"number","type":"mouseClick","button":"primary","name":"L"}',
    '{"clickDuration":"number","type":"mouseClick","button":"secondary","name":"R"}',
  ]);
});

test('a form is submitted with its values, empty ones included', async () => {
  const includeValues = [
    field('text', 'value'),
    field('empty', 'value'),
    field('on', 'checked'),
    field('off', 'checked'),
    field('gone', 'value'),
  ];
  const page = await logui.track({ form: { selector: '#form', event: 'formSubmission', name: 'FORM', properties: { includeValues } } });
  await page.click('#send');
  expect(detailsOf(await logui.interactions(page))).toEqual([
    {
      type: 'submit',
      name: 'FORM',
      submissionValues: [
        { name: 'text', value: 'world' },
        { name: 'empty', value: '' },
        { name: 'on', value: true },
        { name: 'off', value: false },
        { name: 'gone', value: null, problem: 'no element matches #gone' },
      ],
    },
  ]);
});

test('scrolling of an element starts and ends, also when LogUI is stopped first', async () => {
  const page = await logui.track({
    scroll: { selector: '#scroller', event: 'scrollable', properties: { scrollStart: { name: 'S0' }, scrollEnd: { name: 'S1' } } },
  });
  await page.evaluate(() => (document.querySelector('#scroller') as Element).scrollTo(0, 50));
  await page.waitForTimeout(200);
  await page.evaluate(async () => {
    (document.querySelector('#scroller') as Element).scrollTo(0, 100);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
  expect(detailsOf(await logui.interactions(page))).toEqual([
    { type: 'scrollStart', name: 'S0' },
    { type: 'scrollEnd', name: 'S1' },
    { type: 'scrollStart', name: 'S0' },
    { type: 'scrollEnd', name: 'S1' },
  ]);
});

test('focus, blur, key and change events reach the element they happen at', async () => {
  const page = await logui.track({
    focus: { selector: '#query', event: 'focus' },
    blur: { selector: '#query', event: 'blur' },
    key: {
      selector: '#query',
      event: 'keyup',
      name: 'K',
      metadata: [{ nameForLog: 'value', sourcer: 'elementProperty', lookFor: 'value' }],
    },
    change: { selector: '#query', event: 'change' },
    body: { selector: 'body', event: 'focus', name: 'NEVER' },
  });
  await page.focus('#query');
  await page.keyboard.press('End');
  await page.keyboard.type('!');
  await page.focus('#text');
  const events = await logui.interactions(page);
  expect(events.map(({ details: given, metadata }) => [given?.type, given?.name, metadata])).toEqual([
    ['focus', undefined, []],
    ['keyup', 'K', [{ name: 'value', value: 'hello' }]],
    ['keyup', 'K', [{ name: 'value', value: 'hello!' }]],
    ['change', undefined, []],
    ['blur', undefined, []],
  ]);
});

test('element visibility tells of elements that come, go, and are in view, with the time they were', async () => {
  const page = await logui.track({
    seen: {
      selector: '.card',
      event: 'elementVisibility',
      properties: {
        create: { name: 'C' },
        destroy: { name: 'D' },
        expose: { name: 'E' },
        obscure: { name: 'O' },
        minimumShare: 0.5,
        minimumMs: 100,
      } as never,
      metadata: [{ nameForLog: 'id', sourcer: 'elementProperty', lookFor: 'id' }],
    },
  });
  await page.evaluate(() => {
    const card = document.createElement('div');
    card.id = 'card';
    card.className = 'card';
    card.style.height = '100px';
    document.querySelector('#outer')?.before(card);
  });
  await page.waitForTimeout(600);
  await page.evaluate(() => window.scrollTo(0, 1500));
  await page.waitForTimeout(200);
  await page.evaluate(() => document.querySelector('#card')?.remove());
  await page.waitForTimeout(200);
  const events = await logui.interactions(page);
  expect(
    events.map(({ details: given, metadata }) => `${String(given?.type)} ${String(given?.name)} ${String(metadata?.[0]?.value)}`),
  ).toEqual(['create C card', 'expose E card', 'obscure O card', 'destroy D card']);
  expect(Number(events[2]?.details?.visibleMs)).toBeGreaterThanOrEqual(100);
  expect(events[3]?.details?.totalMs).toBe(events[2]?.details?.totalMs);
});
