import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { text } from '../../../text/text.ts';
import styles from '../views/views-menu.module.css';
import { COLUMN_IDS, type SessionColumnId } from './column-ids.ts';

const words = text.columnChoice;

/** Chooses which columns the list shows; undefined: as many as there is room for. */
export function ColumnChoice({ columns, onChange }: ColumnChoiceProps) {
  const chosen = new Set(columns ?? COLUMN_IDS);
  const toggle = (id: SessionColumnId) => onChange(COLUMN_IDS.filter((each) => (each === id ? !chosen.has(id) : chosen.has(each))));
  return (
    <Popover position="bottom-end" width={220} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon size={28} aria-label={words.title} title={words.title}>
          <IconColumns3 size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={12} aria-label={words.title}>
        <div className={styles.columns}>
          {COLUMN_IDS.map((id) => (
            <Checkbox
              key={id}
              size="xs"
              label={text.sessions.columns[id]}
              checked={chosen.has(id)}
              disabled={id === 'session'}
              onChange={() => toggle(id)}
            />
          ))}
          <p className={`quiet ${styles.hint}`}>{words.meaning}</p>
          <Button variant="default" size="compact-sm" disabled={columns === undefined} onClick={() => onChange(undefined)}>
            {words.byRoom}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

export interface ColumnChoiceProps {
  columns: readonly SessionColumnId[] | undefined;
  onChange: (columns: SessionColumnId[] | undefined) => void;
}
