import { randomUUID } from 'node:crypto';
import { breathe, think, type Visitor } from './visitor.ts';

/** The recording backend's client: one event a request, no number, so that it never sends anything twice. */
export function trackVisitor({ url }: { url: () => string }): Visitor {
  const session = `torture-${randomUUID()}`;
  const acknowledged: string[] = [];
  const refused: string[] = [];
  let sent = 0;

  async function track(): Promise<void> {
    const id = `${session}:${sent}`;
    sent += 1;
    const body = JSON.stringify({
      session_id: session,
      timestamp: new Date().toISOString(),
      type: 'click',
      url: 'http://localhost/',
      details: { id },
    });
    const response = await fetch(`${url()}/api/track`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const text = await response.text();
    if (response.ok) acknowledged.push(id);
    else refused.push(`/api/track answered ${response.status}: ${text}`);
  }

  return {
    async send(signal) {
      // A request that breaks may or may not be stored: once at most.
      while (!signal.aborted) {
        await track().catch(() => breathe());
        await think();
      }
    },
    settle: async () => {},
    acknowledged: () => acknowledged,
    refused: () => refused,
  };
}
