import type { EventType, eventWithTime } from '@rrweb/types';
import { FULL_SNAPSHOT, META } from './kinds.ts';

/** A run of rrweb events that is complete but for its number. */
export interface Sealed {
  at: number;
  until: number;
  count: number;
  snapshot: boolean;
  /** The events as a JSON array. */
  text: string;
}

export interface Chunks {
  /** Answers how many characters that made. */
  add(event: eventWithTime): number;
  /** Closes what is open, if anything is. */
  seal(): void;
  /** Characters of what is open. */
  open(): number;
}

/** Two to a second of a busy page; a larger one waits longer on a slow network than what comes after it is worth. */
const CHUNK_CHARACTERS = 400_000;

/** Puts rrweb events into chunks; one with a full snapshot begins with it, so that replay can start there. */
export function createChunks(sealed: (chunk: Sealed) => void): Chunks {
  let texts: string[] = [];
  let characters = 0;
  let at = 0;
  let until = 0;
  let types: EventType[] = [];

  const seal = () => {
    if (texts.length === 0) return;
    const snapshot = types[0] === META && types[1] === FULL_SNAPSHOT;
    const chunk: Sealed = { at, until, count: texts.length, snapshot, text: `[${texts.join()}]` };
    texts = [];
    types = [];
    characters = 0;
    sealed(chunk);
  };

  return {
    add(event) {
      if (event.type === META) seal();
      const text = JSON.stringify(event);
      // Mouse moves tell of what was before; the order of chunks is that of their telling.
      at = texts.length === 0 ? event.timestamp : Math.min(at, event.timestamp);
      until = texts.length === 0 ? event.timestamp : Math.max(until, event.timestamp);
      texts.push(text);
      if (types.length < 2) types.push(event.type);
      characters += text.length;
      if (characters >= CHUNK_CHARACTERS && event.type !== META) seal();
      return text.length;
    },
    seal,
    open: () => characters,
  };
}
