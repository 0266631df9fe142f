/** Somebody who sends events whatever happens to the server. */
export interface Visitor {
  /** Sends until the signal, across any number of restarts. */
  send(signal: AbortSignal): Promise<void>;
  /** Sends again what was not acknowledged, until nothing is left. */
  settle(): Promise<void>;
  /** Ids of the events that were acknowledged. */
  acknowledged(): string[];
  /** Whether the id is one that this visitor may have sent. */
  sent(): number;
}

/** A pause between attempts, so that a dead server is not asked a thousand times a second. */
export const breathe = (ms = 20 + Math.random() * 60): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
