import { expect, test, vi } from 'vitest';
import type { LogUI } from '../src/facades/logui/log-ui.ts';
import { loguiStage } from './logui-stage.ts';

const logui = loguiStage();

test('a wrong configuration is refused with every problem by its path, and nothing starts', async () => {
  const page = await logui.visit();
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  const refusal = await page.evaluate(() =>
    window.LogUI?.init({
      logUIConfiguration: { endpoint: 'http://x', verbos: true, browserEvents: { trackCursor: 1 } },
      trackingConfiguration: {
        a: { selector: '..', event: 'click' },
        b: null,
        c: { selector: 'p', event: 'click', metadata: [{ nameForLog: 'x', sourcer: 'elementAtribute', lookFor: 'y' }] },
      },
      browserEvents: 'all',
    } as never).then(String, String),
  );
  expect(refusal?.split('. ')[1]?.split('; ')).toEqual([
    'applicationSpecificData: is missing',
    'logUIConfiguration.authorisationToken: is missing',
    'logUIConfiguration.endpoint: expected an address that starts with ws:// or wss://, got "http://x"',
    'logUIConfiguration.browserEvents.trackCursor: expected true or false, got 1',
    'trackingConfiguration.a.selector: expected a CSS selector, got ".."',
    'trackingConfiguration.b: expected an object, got null',
    expect.stringContaining('trackingConfiguration.c.metadata[0].sourcer: expected one of elementAttribute, '),
    'browserEvents: expected an object, got "all"',
  ]);
  expect(warnings).toEqual([expect.stringContaining('logUIConfiguration.verbos: is not known; did you mean verbose?')]);
  expect(await page.evaluate(() => [window.LogUI?.isActive(), sessionStorage.length, localStorage.length])).toEqual([false, 0, 0]);
});

test('init twice, stop twice and every call in the wrong state are refused without damage; a restart goes on with the tab’s session', async () => {
  const page = await logui.visit();
  const heard = await page.evaluate(async (config) => {
    const LogUI = window.LogUI as LogUI;
    const told: string[] = [];
    for (const type of ['logUIStarted', 'logUIStopped', 'logUIShutdownRequest']) window.addEventListener(type, () => told.push(type));
    const attempt = async (call: () => unknown) => {
      try {
        await call();
        told.push('fine');
      } catch (error) {
        told.push((error as Error).message.slice(0, 40));
      }
    };
    await attempt(() => LogUI.stop());
    await attempt(() => LogUI.logCustomMessage({}));
    await attempt(() => LogUI.init(config));
    await new Promise((resolve) => setTimeout(resolve, 30));
    await attempt(() => LogUI.init(config));
    await attempt(() => LogUI.clearSessionID());
    LogUI.logCustomMessage({ name: 'one' });
    const id = LogUI.Config.sessionData.getSessionIDKey();
    await attempt(() => LogUI.stop());
    await attempt(() => LogUI.stop());
    await attempt(() => LogUI.init(config));
    await new Promise((resolve) => setTimeout(resolve, 30));
    LogUI.logCustomMessage({ name: 'two' });
    told.push(String(id === LogUI.Config.sessionData.getSessionIDKey() && id === sessionStorage.getItem('logUI-sessionIDKey')));
    window.dispatchEvent(new Event('logUIShutdownRequest'));
    told.push(String(LogUI.isActive()));
    LogUI.clearSessionID();
    told.push(String(LogUI.Config.sessionData.getSessionIDKey()));
    return told;
  }, logui.configOf({}));
  expect(heard).toEqual([
    'LogUI.stop: LogUI is not active; call in',
    'LogUI.logCustomMessage: LogUI is not act',
    'fine',
    'logUIStarted',
    'LogUI.init: LogUI is active; call stop f',
    'LogUI.clearSessionID: LogUI is active; c',
    'logUIStopped',
    'fine',
    'LogUI.stop: LogUI is not active; call in',
    'fine',
    'logUIStarted',
    'true',
    'logUIShutdownRequest',
    'logUIStopped',
    'false',
    'null',
  ]);
  await page.reload();
  await logui.start(page, logui.configOf({}));
  await vi.waitFor(() => expect(['one', 'two'].map((name) => logui.collector.named(name).length)).toEqual([1, 1]), { timeout: 30_000 });
  expect(
    new Set(
      logui.collector
        .events()
        .filter(({ eventName }) => eventName === 'one' || eventName === 'two')
        .map(({ session }) => session),
    ).size,
  ).toBe(1);
});

test('the console dispatcher shows what would be sent and why, and sends nothing', async () => {
  const page = await logui.visit();
  const lines: string[] = [];
  page.on('console', (message) => message.type() === 'log' && lines.push(message.text()));
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<ul id="lines"></ul>'));
  await logui.start(
    page,
    logui.configOf(
      { results: { selector: '#button', event: 'click', name: 'RESULT' } },
      { logUIConfiguration: { dispatcher: 'console', consoleElement: '#lines' } as never },
    ),
  );
  await page.click('#button');
  expect(lines.find((line) => line.includes('interactionEvent'))).toContain('interactionEvent click — group #button, click, at #button');
  expect(await page.locator('#lines li').first().textContent()).toContain('"name":"RESULT"');
  await page.evaluate(() => window.LogUI?.stop());
  expect(logui.collector.events()).toEqual([]);
  expect(logui.collector.handshakes).toEqual([]);
});
