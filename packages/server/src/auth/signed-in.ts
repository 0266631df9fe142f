import type { Account } from '@sightline/protocol';

/** An account together with the cookies that its browser must keep. */
export interface SignedIn {
  account: Account;
  cookies: string[];
}

/** The first factor was right, and the second is asked for: `cookies` lead to it. */
export interface HalfWay {
  secondFactor: true;
  cookies: string[];
}
