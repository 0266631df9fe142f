/** Runs something every so many milliseconds without keeping the process alive for it; answers how to stop. */
export function repeat(ms: number, run: () => void): () => void {
  const timer = setInterval(run, ms);
  timer.unref();
  return () => clearInterval(timer);
}
