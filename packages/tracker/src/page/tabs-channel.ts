/** What tabs of a site say to each other. */
export interface TabsChannel {
  say(message: unknown): void;
  close(): void;
}

/** A channel to the other tabs: BroadcastChannel, or the `storage` events of a text that is written and taken away. */
export function tabsChannel(window: Window & typeof globalThis, name: string, heard: (message: unknown) => void): TabsChannel {
  if (window.BroadcastChannel) {
    const channel = new window.BroadcastChannel(name);
    channel.addEventListener('message', ({ data }) => heard(data));
    return { say: (message) => channel.postMessage(message), close: () => channel.close() };
  }
  const over = new AbortController();
  window.addEventListener('storage', ({ key, newValue }) => key === name && newValue && heard(JSON.parse(newValue)), {
    signal: over.signal,
  });
  return {
    say(message) {
      try {
        window.localStorage.setItem(name, JSON.stringify(message));
        window.localStorage.removeItem(name);
      } catch {
        // Blocked or full storage: then tabs cannot know of each other, and each counts for itself.
      }
    },
    close: () => over.abort(),
  };
}
