import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { text } from '../../text/text.ts';
import styles from './pager.module.css';

/** Which rows of how many are shown, and the way to the next ones; nothing where all are. */
export function Pager({
  offset,
  size,
  total,
  onOffset,
}: {
  offset: number;
  size: number;
  total: number;
  onOffset: (offset: number) => void;
}) {
  if (total <= size && offset === 0) return null;
  const to = Math.min(offset + size, total);
  return (
    <nav className={styles.pager} aria-label={text.table.pages}>
      <span className="quiet">{text.table.shown(Math.min(offset + 1, total), to, total)}</span>
      <ActionIcon aria-label={text.table.before} disabled={offset === 0} onClick={() => onOffset(Math.max(0, offset - size))}>
        <IconChevronLeft size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon aria-label={text.table.after} disabled={to >= total} onClick={() => onOffset(offset + size)}>
        <IconChevronRight size={16} aria-hidden />
      </ActionIcon>
    </nav>
  );
}
