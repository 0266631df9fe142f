import { Button, Popover, VisuallyHidden } from '@mantine/core';
import { IconCalendar, IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { usePreferences } from '../preferences/preferences-context.tsx';
import { text } from '../text/text.ts';
import { CustomRange } from './custom-range.tsx';
import { rangeLabel } from './range-label.ts';
import styles from './range-menu.module.css';
import { PRESETS, type Preset, type TimeRange } from './time-range.ts';

/** The time range: a preset with one click, or two instants of one's own. */
export function RangeMenu({ range, onChoose }: { range: TimeRange; onChoose: (range: TimeRange) => void }) {
  const { preferences } = usePreferences();
  const [open, setOpen] = useState(false);
  const choose = (next: TimeRange) => {
    setOpen(false);
    onChoose(next);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" width={264} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={styles.target} onClick={() => setOpen(!open)}>
          <IconCalendar size={16} stroke={1.75} aria-hidden />
          <VisuallyHidden>{text.range.title}: </VisuallyHidden>
          <span className={`cut ${styles.long}`}>{rangeLabel(range, preferences)}</span>
          <span className={`cut ${styles.short}`}>{range.includes('..') ? '' : text.range.short[range as Preset]}</span>
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown p={8}>
        <ul className={styles.presets}>
          {(Object.keys(PRESETS) as Preset[]).map((preset) => (
            <li key={preset}>
              <Button
                fullWidth
                justify="space-between"
                variant={preset === range ? 'light' : 'subtle'}
                color={preset === range ? 'iris' : 'gray'}
                size="compact-sm"
                aria-pressed={preset === range}
                rightSection={preset === range ? <IconCheck size={14} /> : undefined}
                onClick={() => choose(preset)}
              >
                {text.range.presets[preset]}
              </Button>
            </li>
          ))}
        </ul>
        <CustomRange range={range} onChoose={choose} />
      </Popover.Dropdown>
    </Popover>
  );
}
