/** Runs the task when the browser has nothing else to do, and in any case within a while. */
export function whenIdle(window: Window, task: () => void, withinMs: number): void {
  // Safari has no such callback.
  const { requestIdleCallback } = window as Partial<Window>;
  if (requestIdleCallback) requestIdleCallback.call(window, task, { timeout: withinMs });
  else window.setTimeout(task);
}
