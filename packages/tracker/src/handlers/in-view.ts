export interface InViewDeps {
  minimumMs: number;
  now(): number;
  after(ms: number, task: () => void): () => void;
  /** In view for long enough; how long it has been in view on all occasions. */
  exposed(totalMs: number): void;
  /** Out of view again, after it was exposed. */
  obscured(ms: number, totalMs: number): void;
}

export interface InView {
  set(visible: boolean): void;
  totalMs(): number;
}

/** Counts the time for which one element is in view, and tells when that is long enough. */
export function createInView({ minimumMs, now, after, exposed, obscured }: InViewDeps): InView {
  let since: number | undefined;
  let told = false;
  let before = 0;
  let cancel: (() => void) | undefined;
  const running = () => (since === undefined ? 0 : now() - since);

  return {
    set(visible) {
      if (visible === (since !== undefined)) return;
      if (visible) {
        since = now();
        const tell = () => {
          told = true;
          exposed(before + running());
        };
        if (minimumMs > 0) cancel = after(minimumMs, tell);
        else tell();
        return;
      }
      const ms = running();
      before += ms;
      since = undefined;
      cancel?.();
      if (told) obscured(ms, before);
      told = false;
    },
    totalMs: () => before + running(),
  };
}
