import { useEffect, useRef } from 'react';

/** Where the keyboard is when drawing ends: the layer on the page, where it was, is gone. */
export function useFormFocus({ drawing, isDrawn, isNamed }: { drawing: boolean; isDrawn: boolean; isNamed: boolean }) {
  const nameRef = useRef<HTMLInputElement>(null);
  const drawRef = useRef<HTMLButtonElement>(null);
  const submitRef = useRef<HTMLButtonElement>(null);
  const wasDrawing = useRef(false);
  useEffect(() => {
    if (wasDrawing.current && !drawing) (isDrawn ? (isNamed ? submitRef : nameRef) : drawRef).current?.focus();
    wasDrawing.current = drawing;
  }, [drawing, isDrawn, isNamed]);
  return { nameRef, drawRef, submitRef };
}
