import { useCallback, useLayoutEffect, useRef } from 'react';

/** A listener that stays the same while what it does follows the latest render, so that rows need not be drawn anew for it. */
export function useEvent<Parameters extends unknown[], Result>(
  listener: (...parameters: Parameters) => Result,
): (...parameters: Parameters) => Result {
  const latest = useRef(listener);
  useLayoutEffect(() => {
    latest.current = listener;
  });
  return useCallback((...parameters) => latest.current(...parameters), []);
}
