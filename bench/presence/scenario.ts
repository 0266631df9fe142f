import type { DrivenBrowser, DrivenTab } from '../../e2e/driven-browser.ts';
import type { Truth } from './truth.ts';

export interface Stage {
  site: string;
  browser: DrivenBrowser;
  truth: Truth;
  /** Another browser on the same profile. */
  reopen(): Promise<DrivenBrowser>;
  /** Opens a page in a tab of its own, in front of the others; the truth begins when its document did. */
  open(name: string, options?: { newWindow?: boolean; behind?: string; in?: DrivenBrowser; clockAheadMs?: number }): Promise<DrivenTab>;
}

export interface Scenario {
  name: string;
  play(stage: Stage): Promise<void>;
}

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
