import type { AreaShape } from '@sightline/protocol';
import { useMemo, useState } from 'react';

/** What is being made of an area: whether a rectangle is being drawn, and the shape it came to. */
export interface AreaDraft {
  drawing: boolean;
  drawn: AreaShape | undefined;
  /** Begins or ends drawing; what was drawn before goes. */
  draw(on: boolean): void;
  /** A rectangle was drawn; undefined where nothing of the page is in it. */
  take(shape: AreaShape | undefined): void;
  clear(): void;
}

/** The one area at work, which the panel and the page share. */
export function useAreaDraft(): AreaDraft {
  const [state, setState] = useState<Pick<AreaDraft, 'drawing' | 'drawn'>>({ drawing: false, drawn: undefined });
  return useMemo(
    () => ({
      ...state,
      draw: (drawing) => setState({ drawing, drawn: undefined }),
      take: (drawn) => setState({ drawing: false, drawn }),
      clear: () => setState({ drawing: false, drawn: undefined }),
    }),
    [state],
  );
}
