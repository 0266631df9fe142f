import { useVirtualizer } from '@tanstack/react-virtual';
import { createElement, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** Ten thousand rows of which a few are in the document, and a figure that changes by itself. */
function List() {
  const scroller = useRef(null);
  const [ticks, setTicks] = useState(0);
  const rows = useVirtualizer({ count: 10_000, getScrollElement: () => scroller.current, estimateSize: () => 28, overscan: 4 });
  useEffect(() => {
    const timer = setInterval(() => setTicks((count) => count + 1), 100);
    return () => clearInterval(timer);
  }, []);
  return createElement(
    'main',
    null,
    createElement('p', { id: 'ticks' }, `Tick ${ticks}`),
    createElement(
      'div',
      { ref: scroller, id: 'scroller', style: { height: 300, overflow: 'auto' } },
      createElement(
        'div',
        { style: { height: rows.getTotalSize(), position: 'relative' } },
        rows.getVirtualItems().map(({ key, index, start, size }) =>
          createElement(
            'div',
            {
              key,
              className: index % 2 ? 'odd' : 'even',
              style: { position: 'absolute', top: 0, height: size, transform: `translateY(${start}px)` },
            },
            `Row ${index}, tick ${ticks}`,
          ),
        ),
      ),
    ),
  );
}

createRoot(document.querySelector('#app')).render(createElement(List));
