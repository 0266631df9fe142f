import type { MetadataEntry } from '@sightline/protocol';
import type { Group, MetadataRequest } from './group.ts';

/** An event's details in LogUI's words: `type` first or last, as LogUI has it. */
export type EventDetails = Record<string, unknown>;

/** Logs an event of an element later than the DOM event that led to it. */
export type LogLater = (element: Element, details: EventDetails, group: Group) => void;

/** Turns DOM events of tracked elements into events for the log; LogUI's interface, with `begin` and what `init` is given added. */
export interface Handler {
  /** The DOM events it listens to. */
  browserEvents: readonly string[];
  init?(log: LogLater): void;
  stop?(): void;
  /** Sees each of its DOM events once, wherever it happened, before the tracked elements do. */
  begin?(event: Event): void;
  /** The details to log for a tracked element; nothing is logged for a falsy answer. */
  logUIEventCallback(element: Element, event: Event, group: Group): EventDetails | undefined | null | false;
}

/** What a handler of ours is made with. */
export interface HandlerDeps {
  after(ms: number, task: () => void): () => void;
  /** The values that a list of requests asks for. */
  metadata(element: Element, requests: readonly MetadataRequest[]): MetadataEntry[];
}
