import { lazy, Suspense, useEffect, useState } from 'react';
import { onOpenPalette } from './palette-opener.ts';

const PaletteDialog = lazy(() => import('./palette-dialog.tsx'));

/** The command palette, loaded when it is first asked for. */
export function Palette() {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  useEffect(
    () =>
      onOpenPalette(() => {
        setWanted(true);
        setOpen(true);
      }),
    [],
  );
  if (!wanted) return null;
  return (
    <Suspense fallback={null}>
      <PaletteDialog opened={open} onClose={() => setOpen(false)} />
    </Suspense>
  );
}
