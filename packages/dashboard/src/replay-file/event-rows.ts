/** One line of the list beside the replay. */
export interface FileEvent {
  at: number;
  tab: string;
  name: string;
  says: string;
}

const ROW_PX = 30;
/** Rows beyond the edges of what is seen, so that scrolling shows no gap. */
const SPARE = 10;

/** A list of any length, of which only what is seen exists. */
export function eventRows({
  list,
  events,
  clock,
  onPick,
}: {
  list: HTMLElement;
  events: readonly FileEvent[];
  clock: (at: number) => string;
  onPick: (event: FileEvent) => void;
}) {
  const document = list.ownerDocument;
  const space = document.createElement('div');
  space.className = 'space';
  space.style.height = `${events.length * ROW_PX}px`;
  list.append(space);
  let current = -1;

  const row = (event: FileEvent, index: number): HTMLElement => {
    const button = document.createElement('button');
    button.type = 'button';
    button.style.top = `${index * ROW_PX}px`;
    if (index === current) button.setAttribute('aria-current', 'true');
    for (const [name, text] of [
      ['time', clock(event.at)],
      ['name', event.name],
      ['says', event.says],
    ]) {
      const cell = document.createElement('span');
      cell.className = name ?? '';
      cell.textContent = text ?? '';
      button.append(cell);
    }
    button.addEventListener('click', () => onPick(event));
    return button;
  };
  const draw = () => {
    const from = Math.max(0, Math.floor(list.scrollTop / ROW_PX) - SPARE);
    const to = Math.min(events.length, from + Math.ceil(list.clientHeight / ROW_PX) + 2 * SPARE);
    space.replaceChildren(...events.slice(from, to).map((event, index) => row(event, from + index)));
  };
  list.addEventListener('scroll', draw);
  draw();

  return {
    /** Marks the last event before a moment, and brings it into view. */
    follow(at: number) {
      const next = lastBefore(events, at);
      if (next === current) return;
      current = next;
      const top = current * ROW_PX;
      if (top < list.scrollTop || top > list.scrollTop + list.clientHeight - ROW_PX) list.scrollTop = top - list.clientHeight / 2;
      draw();
    },
  };
}

function lastBefore(events: readonly FileEvent[], at: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
