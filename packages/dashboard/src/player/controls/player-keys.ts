/** What a key does to the player. */
export type KeyAction =
  | { do: 'toggle' | 'slower' | 'faster' | 'start' | 'end' | 'note' }
  | { do: 'move'; ms: number }
  | { do: 'event'; step: 1 | -1 };

interface Pressed {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

const STEP_MS = 5_000;
const LEAP_MS = 30_000;

/** The meaning of a key, as video players have taught people; nothing for keys that belong to the browser. */
export function keyAction({ key, shiftKey, altKey, ctrlKey, metaKey }: Pressed): KeyAction | undefined {
  if (altKey || ctrlKey || metaKey) return undefined;
  const stepMs = shiftKey ? LEAP_MS : STEP_MS;
  const actions: Record<string, KeyAction> = {
    ' ': { do: 'toggle' },
    k: { do: 'toggle' },
    ArrowLeft: { do: 'move', ms: -stepMs },
    ArrowRight: { do: 'move', ms: stepMs },
    ',': { do: 'event', step: -1 },
    '.': { do: 'event', step: 1 },
    j: { do: 'slower' },
    l: { do: 'faster' },
    Home: { do: 'start' },
    End: { do: 'end' },
    n: { do: 'note' },
  };
  const name = key.length === 1 ? key.toLowerCase() : key;
  return Object.hasOwn(actions, name) ? actions[name] : undefined;
}

/** Whether a key pressed there belongs to the element: words are being written, or it has its own way with keys. */
export function keepsKeys(element: Element | null, key: string): boolean {
  if (!element) return false;
  if (element.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"], [role="listbox"]')) return true;
  if (key === ' ' && element.closest('button, a, summary, [role="tab"], [role="treegrid"]')) return true;
  return (key.startsWith('Arrow') || key === 'Home' || key === 'End') && element.closest('[role="tab"], [role="treegrid"]') !== null;
}
