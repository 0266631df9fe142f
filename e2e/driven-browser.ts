import { once } from 'node:events';
import { readFile, readdir } from 'node:fs/promises';
import { WebSocket } from 'ws';
import { startChromium } from './start-chromium.ts';

/** One tab or window of a browser. */
export interface DrivenTab {
  id: string;
  send(method: string, parameters?: object): Promise<Record<string, unknown>>;
  evaluate(expression: string): Promise<unknown>;
  goto(url: string): Promise<void>;
  /** Puts the tab in front of the others of its window. */
  show(): Promise<void>;
  windowState(state: 'minimized' | 'normal'): Promise<void>;
  /** Trusted input, through the browser's own event handling. */
  move(x: number, y: number): Promise<void>;
  click(selector: string): Promise<void>;
  close(): Promise<void>;
}

export interface OpenOptions {
  newWindow?: boolean;
  /** Hears when the tab was there, before its page was. */
  created?: (at: number) => void;
  /** Runs in the page before anything else. */
  before?: string;
}

export type DrivenBrowser = Awaited<ReturnType<typeof openBrowser>>;

/**
 * A Chromium that is driven by its own protocol and nothing else: Playwright tells every page that it is visible and focused, which is
 * just what is to be measured.
 */
export async function openBrowser(profile: string) {
  const { child, ended, host, path } = await startChromium(profile);
  const socket = new WebSocket(`ws://${host}${path}`);
  await once(socket, 'open');

  const waiting = new Map<number, { resolve(value: Record<string, unknown>): void; reject(error: Error): void }>();
  const listeners = new Set<(message: { method?: string; sessionId?: string }) => void>();
  let last = 0;
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as {
      id?: number;
      result?: Record<string, unknown>;
      error?: { message: string };
      method?: string;
    };
    const asked = message.id === undefined ? undefined : waiting.get(message.id);
    if (!asked) return listeners.forEach((hear) => hear(message));
    waiting.delete(message.id ?? 0);
    if (message.error) asked.reject(new Error(message.error.message));
    else asked.resolve(message.result ?? {});
  });
  const send = (method: string, params: object = {}, sessionId?: string) =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params, sessionId }));
    });

  const attach = async (targetId: string): Promise<DrivenTab> => {
    const { sessionId } = (await send('Target.attachToTarget', { targetId, flatten: true })) as { sessionId: string };
    const own = (method: string, parameters?: object) => send(method, parameters, sessionId);
    await own('Page.enable');
    const evaluate = async (expression: string) => {
      const answer = (await own('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })) as {
        result: { value?: unknown };
        exceptionDetails?: { text: string };
      };
      if (answer.exceptionDetails) throw new Error(`${expression}: ${answer.exceptionDetails.text}`);
      return answer.result.value;
    };
    return {
      id: targetId,
      send: own,
      evaluate,
      async goto(url) {
        const loaded = new Promise<void>((resolve) => {
          const hear = (message: { method?: string; sessionId?: string }) => {
            if (message.sessionId !== sessionId || message.method !== 'Page.loadEventFired') return;
            listeners.delete(hear);
            resolve();
          };
          listeners.add(hear);
        });
        await own('Page.navigate', { url });
        await loaded;
      },
      show: async () => void (await send('Target.activateTarget', { targetId })),
      async windowState(windowState) {
        const { windowId } = (await send('Browser.getWindowForTarget', { targetId })) as { windowId: number };
        await send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
      },
      move: async (x, y) => void (await own('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y })),
      async click(selector) {
        const { x, y } = (await evaluate(
          `(() => { const { x, y, width, height } = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect(); return { x: x + width / 2, y: y + height / 2 }; })()`,
        )) as { x: number; y: number };
        for (const type of ['mousePressed', 'mouseReleased']) {
          await own('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
        }
      },
      close: async () => void (await send('Target.closeTarget', { targetId })),
    };
  };

  const signalAll = async (signal: NodeJS.Signals) => {
    for (const pid of await processTree(child.pid ?? 0)) {
      try {
        process.kill(pid, signal);
      } catch {
        // It ended between being listed and being signalled.
      }
    }
  };

  return {
    attach,
    async open(url: string, { newWindow = false, created, before }: OpenOptions = {}) {
      const asked = Date.now();
      const { targetId } = (await send('Target.createTarget', { url: 'about:blank', newWindow })) as { targetId: string };
      created?.((asked + Date.now()) / 2);
      const tab = await attach(targetId);
      if (before) await tab.send('Page.addScriptToEvaluateOnNewDocument', { source: before });
      await tab.goto(url);
      return tab;
    },
    targets: async () =>
      ((await send('Target.getTargets')) as { targetInfos: { targetId: string; type: string; url: string }[] }).targetInfos,
    /** Stops every process of it, as a machine does that goes to sleep. */
    suspend: () => signalAll('SIGSTOP'),
    wake: () => signalAll('SIGCONT'),
    async kill() {
      await signalAll('SIGKILL');
      await ended;
      socket.terminate();
    },
    async close() {
      await send('Browser.close').catch(() => undefined);
      await ended;
      socket.terminate();
    },
    pids: () => processTree(child.pid ?? 0),
  };
}

/** A process and all that it started. */
async function processTree(root: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    const pid = Number(name);
    if (!pid) continue;
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (parent) parents.set(pid, parent);
  }
  const tree = [root];
  for (let at = 0; at < tree.length; at += 1) for (const [pid, parent] of parents) if (parent === tree[at]) tree.push(pid);
  return tree;
}
