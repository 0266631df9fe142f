/** Runs something again and again, never holding the process open for it; answers how to stop. */
export function every(ms: number, run: () => void): () => void {
  const timer = setInterval(run, ms).unref();
  return () => clearInterval(timer);
}
