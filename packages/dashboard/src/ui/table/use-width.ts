import { useCallback, useRef, useState } from 'react';

/** An element and how wide it is inside, from before the first paint on; `watch` is to be its `ref`. */
export function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const watch = useCallback((current: HTMLDivElement) => {
    element.current = current;
    setWidth(current.clientWidth);
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    return () => {
      observer.disconnect();
      element.current = null;
    };
  }, []);
  return { element, width, watch };
}
