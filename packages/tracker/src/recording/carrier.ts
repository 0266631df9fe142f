import type { RecordingAsset, RecordingChunk } from '@sightline/protocol';
import type { Batch } from '../outbox/batch.ts';
import type { Carriage } from '../outbox/carriage.ts';
import type { Packer } from '../page/packer.ts';
import type { Sealed } from './chunks.ts';
import type { Lane } from './lane.ts';

export interface CarrierDeps {
  carriage: Carriage;
  packer: Pick<Packer, 'gzip'>;
  wall: () => number;
  watch: (work: Promise<unknown>) => void;
  /** Chunks that will not come. */
  lost(reason: string, chunks: Lost[]): void;
}

/** What is known of a chunk that will not come. */
export interface Lost extends Omit<Sealed, 'text'> {
  sequence: number;
}

/** Brings chunks and assets into the outbox. */
export interface Carrier {
  /** Gives the chunk its number and sees it safe. */
  chunk(lane: Lane, chunk: Sealed): void;
  /** Resolves once the asset is safe. */
  asset(lane: Lane, asset: RecordingAsset): Promise<void>;
  /** Characters of recordings that the server does not have yet. */
  waiting(): number;
  /** Makes safe, in one synchronous step, what is not yet: the page goes. */
  leave(): void;
}

/** Keys of recordings in the outbox lie behind every number an event can have. */
const KEYS_FROM = 2 ** 32;
/** The server takes no longer text. */
const LONGEST = 6_000_000;
/** A page's own storage is 5 million characters, most of which are not ours to fill. */
const TAIL_CHARACTERS = 1_000_000;
/** What is left of the 64 KiB that browsers let a page send as it goes. */
const LAST_CHARACTERS = 30_000;
/** Too short to gain anything. */
const NOT_PACKED = 300;

/** A carrier over the outbox: everything is kept first, and sent until it is acknowledged. */
export function createCarrier({ carriage, packer, wall, watch, lost }: CarrierDeps): Carrier {
  const { token, store, tail, waiting, uuid, ready, last } = carriage;
  /** Chunks that have a number and are not safe yet. */
  const unsafe = new Map<Batch['first'], { lane: Lane; chunk: Sealed; sequence: number; id: Batch['id'] }>();

  let keys = 0;
  let inOrder: Promise<void> = Promise.resolve();
  /** Never the same again, also in another document of the tab. */
  const key = () => {
    keys = (keys + 1) % 1_000;
    return KEYS_FROM + wall() * 1_000 + keys;
  };
  const batchOf = (lane: Lane, first: number, more: string, recording: Lost | undefined, id = uuid()): Batch => ({
    id,
    token,
    tab: lane.tab,
    session: lane.session,
    first,
    // No event has used up a number.
    next: 0,
    madeAt: wall(),
    events: '',
    more,
    recording,
  });
  const send = (batch: Batch) => {
    waiting.add([batch], { resent: false, kept: true });
    ready();
  };

  const chunkBatch = (
    { lane, chunk, sequence, id }: { lane: Lane; chunk: Sealed; sequence: number; id: Batch['id'] },
    first: number,
    data: string | undefined,
  ): Batch => {
    const { at, until, count, snapshot, text } = chunk;
    const wire: RecordingChunk = { sequence, at, until, count, snapshot, encoding: data ? 'gzip' : 'json', data: data ?? text };
    return batchOf(lane, first, `,"recordings":[${JSON.stringify(wire)}]`, { sequence, at, until, count, snapshot }, id);
  };

  /** In the order of their numbers: should the browser be killed, what is missing is the end, and not something in between. */
  const keep = async (first: number, before: Promise<void>) => {
    const one = unsafe.get(first);
    if (!one) return;
    const { text } = one.chunk;
    const data = text.length < NOT_PACKED ? undefined : await packer.gzip(text).catch(() => undefined);
    const { at, until, count, snapshot } = one.chunk;
    if ((data ?? text).length > LONGEST) {
      unsafe.delete(first);
      return lost('too large to be sent', [{ sequence: one.sequence, at, until, count, snapshot }]);
    }
    const batch = chunkBatch(one, first, data);
    await before;
    await store.keep([batch]);
    // The page may have been left meanwhile, with the chunk put down another way.
    if (unsafe.delete(first)) send(batch);
  };

  return {
    chunk(lane, chunk) {
      const first = key();
      unsafe.set(first, { lane, chunk, sequence: lane.next, id: uuid() });
      lane.next += 1;
      const kept = keep(first, inOrder);
      watch(kept);
      // One that fails must not hold up the rest.
      inOrder = kept.catch(() => undefined);
    },
    async asset(lane, asset) {
      const batch = batchOf(lane, key(), `,"assets":[${JSON.stringify(asset)}]`, undefined);
      await store.keep([batch]);
      send(batch);
    },
    waiting: () =>
      [...waiting.entries.values()].reduce((sum, { batch: { more = '' } }) => sum + more.length, 0) +
      [...unsafe.values()].reduce((sum, { chunk }) => sum + chunk.text.length / 4, 0),
    leave() {
      let left = TAIL_CHARACTERS;
      const gone: Lost[] = [];
      for (const [first, one] of unsafe) {
        const batch = chunkBatch(one, first, undefined);
        const { length } = batch.more ?? '';
        if (length < left && tail.add(one.lane.tab, [batch])) {
          left -= length;
          const [entry] = waiting.add([batch], { resent: false, kept: true });
          if (entry && length < LAST_CHARACTERS) last(waiting.payload(entry));
        } else {
          // The database may still manage; a certificate may name too many, and never too few.
          watch(store.keep([batch]));
          const { at, until, count, snapshot } = one.chunk;
          gone.push({ sequence: one.sequence, at, until, count, snapshot });
        }
      }
      unsafe.clear();
      if (gone.length > 0) lost('the page was left before it was safe', gone);
    },
  };
}
