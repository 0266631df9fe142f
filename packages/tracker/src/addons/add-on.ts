import type { Collector } from '../collectors/collector.ts';

/** What a script beside the core adds where a script tag, or its flight's settings, ask for it. */
export interface AddOn {
  /** Its collectors for what the script tag says; `warn` hears of what cannot be understood. */
  wanted(given: DOMStringMap, warn: (message: string) => void): Collector[];
}
