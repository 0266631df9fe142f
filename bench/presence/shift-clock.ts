/** The page's wall clock runs ahead or behind from now on; its monotonic one does not. */
export const SHIFT_CLOCK = (ms: number) =>
  `(() => { const real = window.realNow ??= Date.now.bind(Date); window.shifted = (window.shifted ?? 0) + ${ms}; Date.now = () => real() + window.shifted; })()`;
