import type { AreaShape } from '@sightline/protocol';
import { useMemo, useState } from 'react';

interface DraftState {
  /** The area that is being changed; absent where a new one is made. */
  of: string | undefined;
  drawing: boolean;
  /** The rectangle that was drawn. */
  drawn: AreaShape | undefined;
  /** What the selector finds that is being written. */
  found: AreaShape | undefined;
}

/** What is being made of an area: it is on the page before it is kept. */
export interface AreaDraft extends DraftState {
  /** Begins to change an area, or a new one. */
  begin(of?: string): void;
  /** Begins or ends drawing; what was drawn before goes. */
  draw(on: boolean): void;
  /** A rectangle was drawn; undefined where nothing of the page is in it. */
  take(shape: AreaShape | undefined): void;
  find(shape: AreaShape | undefined): void;
}

const NOTHING: DraftState = { of: undefined, drawing: false, drawn: undefined, found: undefined };

/** The one area at work, which the panel and the page share. */
export function useAreaDraft(): AreaDraft {
  const [state, setState] = useState(NOTHING);
  return useMemo(
    () => ({
      ...state,
      begin: (of) => setState({ ...NOTHING, of }),
      draw: (drawing) => setState((before) => ({ ...before, drawing, drawn: undefined })),
      take: (drawn) => setState((before) => ({ ...before, drawing: false, drawn, found: undefined })),
      find: (found) => setState((before) => ({ ...before, found })),
    }),
    [state],
  );
}
