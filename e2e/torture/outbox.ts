import { randomUUID } from 'node:crypto';

/** A native payload as a client keeps it until it is acknowledged. */
export interface Payload {
  messageType: 'logui-event-payload';
  batch: string;
  tab: string;
  session: string;
  resent: boolean;
  events: { timestamp: number; eventName: string; eventType: string; sequence: number; details: { id: string } }[];
}

export type Outbox = ReturnType<typeof createOutbox>;

/** What a client that loses nothing keeps: numbered events in payloads, each until the server said that it is stored. */
export function createOutbox() {
  const session = randomUUID();
  const tab = randomUUID();
  const pending = new Map<string, Payload>();
  const settled: Payload[] = [];
  const refused: string[] = [];
  let sequence = 0;

  return {
    session,
    tab,
    /** A new payload of one to twenty events. */
    next(): Payload {
      const events = Array.from({ length: 1 + Math.floor(Math.random() * 20) }, () => {
        sequence += 1;
        const details = { id: `${tab}:${sequence - 1}` };
        return { timestamp: Date.now(), eventName: 'torture', eventType: 'customEvent', sequence: sequence - 1, details };
      });
      const payload: Payload = { messageType: 'logui-event-payload', batch: randomUUID(), tab, session, resent: false, events };
      pending.set(payload.batch, payload);
      return payload;
    },
    /** What was not acknowledged, as it is sent again. */
    again: (): Payload[] => [...pending.values()].map((payload) => ({ ...payload, resent: true })),
    /** Something that was acknowledged long ago, as a confused client sends it again. */
    stale(): Payload | undefined {
      const payload = settled[Math.floor(Math.random() * settled.length)];
      return payload && { ...payload, resent: true };
    },
    /** Takes in what the server answered. */
    hear(answer: { messageType: string; batch?: string; refused?: unknown[] }): void {
      if (answer.messageType !== 'logui-events-saved' || answer.refused?.length) refused.push(JSON.stringify(answer));
      const payload = pending.get(answer.batch ?? '');
      if (payload === undefined || answer.messageType !== 'logui-events-saved') return;
      pending.delete(payload.batch);
      settled.push(payload);
    },
    isEmpty: (): boolean => pending.size === 0,
    waiting: (): number => pending.size,
    /** Ids of all events the server acknowledged. */
    acknowledged: (): string[] => settled.flatMap(({ events }) => events.map(({ details }) => details.id)),
    refused: (): string[] => refused,
  };
}
