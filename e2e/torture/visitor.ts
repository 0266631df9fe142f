/** Somebody who sends events whatever happens to the server. */
export interface Visitor {
  /** Sends until the signal, across any number of restarts. */
  send(signal: AbortSignal): Promise<void>;
  /** Sends again what was not acknowledged, until nothing is left. */
  settle(): Promise<void>;
  /** Ids of the events that were acknowledged. */
  acknowledged(): string[];
  /** What the server answered where it did not take something; a connection that breaks is no answer. */
  refused(): string[];
}

/** A pause between messages: visitors are many and none is in a hurry, and the machine has other things to do. */
export const think = (): Promise<void> => breathe(Math.random() * 10);

/** A pause between attempts, so that a dead server is not asked a thousand times a second. */
export const breathe = (ms = 20 + Math.random() * 60): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
