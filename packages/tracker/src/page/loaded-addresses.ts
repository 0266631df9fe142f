/** What the browser has loaded for the page, and what it loads from now on. */
export interface LoadedAddresses {
  has(url: string): boolean;
  stop(): void;
}

/** Watches the page's resources; knows of none where the browser does not tell. */
export function loadedAddresses({ PerformanceObserver }: Window & typeof globalThis, loaded: (url: string) => void): LoadedAddresses {
  const known = new Set<string>();
  try {
    const observer = new PerformanceObserver((list) => {
      for (const { name } of list.getEntries()) {
        if (known.has(name)) continue;
        known.add(name);
        loaded(name);
      }
    });
    observer.observe({ type: 'resource', buffered: true });
    return { has: (url) => known.has(url), stop: () => observer.disconnect() };
  } catch {
    // An old engine: fonts keep their addresses.
    return { has: () => false, stop: () => undefined };
  }
}
