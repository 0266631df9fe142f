/** Texts that outlive the document, where the browser lets them. Nothing here throws. */
export interface KeptTexts {
  get(key: string): string | null;
  /** Whether the text was kept. */
  set(key: string, text: string): boolean;
  remove(key: string): void;
}

/** Texts in `localStorage` or `sessionStorage`; reading the property itself throws where cookies are blocked. */
export const keptTexts = (storage: () => Storage): KeptTexts => ({
  get: (key) => attempt(() => storage().getItem(key), null),
  set: (key, text) =>
    attempt(() => {
      storage().setItem(key, text);
      return true;
    }, false),
  remove: (key) => attempt(() => storage().removeItem(key), undefined),
});

function attempt<Value>(task: () => Value, otherwise: Value): Value {
  try {
    return task();
  } catch {
    // Blocked or full storage is an ordinary state of a browser; callers see it from the answer.
    return otherwise;
  }
}
