import { useState, type KeyboardEvent, type MouseEvent } from 'react';
import { moveBy } from '../move-by.ts';
import { AT_FIRST, spanOf } from './chosen-rows.ts';
import { useEvent } from './use-event.ts';

/** What was pressed, marked or dragged inside a cell is not the row's business. */
const CONTROLS = 'a, button, input, select, textarea, label, [role="menu"], [role="dialog"]';

/** Chooses rows: arrows and clicks go to one, with Shift they take those between along; Enter and a click open it, ⌘C copies what is chosen. */
export function useChosenRows({ total, page, list, open, goTo, copy }: ChosenRowsInput) {
  const [chosen, setChosen] = useState({ list, rows: AT_FIRST });
  const rows = chosen.list === list ? chosen.rows : AT_FIRST;
  const choose = (active: number, anchor: number) => setChosen({ list, rows: { active, anchor } });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const withCommand = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter') open(rows.active);
    else if (withCommand && event.key === 'a') choose(total - 1, 0);
    // Marked text goes the browser's own way.
    else if (withCommand && event.key === 'c' && window.getSelection()?.isCollapsed !== false) copy(spanOf(rows));
    else {
      const to = withCommand ? undefined : moveBy(event.key, { at: rows.active, count: total, page: page() });
      if (to === undefined) return;
      choose(to, event.shiftKey ? rows.anchor : to);
      goTo(to);
    }
    event.preventDefault();
  };
  const onClick = useEvent((event: MouseEvent, index: number) => {
    if (event.defaultPrevented || (event.target as Element).closest(CONTROLS)) return;
    // Whoever marks text to copy it does not want to leave the page.
    if (!event.shiftKey && window.getSelection()?.isCollapsed === false) return;
    choose(index, event.shiftKey ? rows.anchor : index);
    if (!event.shiftKey && !event.metaKey && !event.ctrlKey) open(index);
  });
  return { rows, onKeyDown, onClick };
}

export interface ChosenRowsInput {
  total: number;
  /** How many rows a page of them has. */
  page: () => number;
  /** Names what is listed; another list begins with its first row. */
  list: string | undefined;
  open: (index: number) => void;
  goTo: (index: number) => void;
  copy: (span: { first: number; last: number }) => void;
}
