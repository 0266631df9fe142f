/** Why time stands still although it is to run: the picture is on its way, or everything there is has been shown. */
export type Hold = 'loading' | 'end';

/** What a playhead is made from. */
export interface PlayheadDeps {
  /** A clock in milliseconds that only rises. */
  now: () => number;
  /** Where it begins, ms since 1970. */
  at: number;
}

/** The one moment that all of a session's page shows. It runs on its own clock; whoever draws asks it where it is. */
export function createPlayhead({ now, at: start }: PlayheadDeps) {
  let at = start;
  let since = now();
  let playing = false;
  let speed = 1;
  const holds = new Set<Hold>();

  const isRunning = () => playing && holds.size === 0;
  const settle = (to = read()) => {
    at = to;
    since = now();
  };
  const read = () => (isRunning() ? at + (now() - since) * speed : at);

  return {
    at: read,
    isPlaying: () => playing,
    isRunning,
    speed: () => speed,
    play() {
      settle();
      playing = true;
    },
    pause() {
      settle();
      playing = false;
    },
    seek(to: number) {
      settle(to);
    },
    setSpeed(next: number) {
      settle();
      speed = next;
    },
    hold(reason: Hold) {
      settle();
      holds.add(reason);
    },
    release(reason: Hold) {
      settle();
      holds.delete(reason);
    },
    isHeld: (reason: Hold) => holds.has(reason),
  };
}

export type Playhead = ReturnType<typeof createPlayhead>;
