import type { SendClock } from '@sightline/protocol';

const REMEMBERED = 8;

/** How long messages and their answers took of late: the quickest tells the server most about the page's clock. */
export function createRoundTrips() {
  let last: number[] = [];
  return {
    /** One message and its answer, which the server held for a while. */
    see(sentAt: number, answeredAt: number, heldMs: number): void {
      // A negative time means that a clock was set in between.
      last = [...last, answeredAt - sentAt - heldMs].filter((ms) => ms >= 0).slice(-REMEMBERED);
    },
    clock: (sentAt: number): SendClock => (last.length > 0 ? { sentAt, roundTripMs: Math.min(...last) } : { sentAt }),
  };
}
