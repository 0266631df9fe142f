import { Select } from '@mantine/core';
import type { RecordedPageView } from '@sightline/protocol';
import { text } from '../../text/text.ts';
import { formatInstant } from '../../time/format-instant.ts';
import { behindText } from './heat-search.ts';
import styles from './page.module.css';

/** Stands for a sheet without a page. */
export const PLAIN = 'plain';

/** Chooses the recorded view that stands behind the map. */
export const BehindChoice = ({ views, chosen, now, onChoose }: BehindChoiceProps) => (
  <Select
    size="xs"
    className={styles.behind}
    aria-label={text.heat.behind}
    allowDeselect={false}
    data={[
      ...views.map((view) => ({ value: behindText(view), label: text.heat.behindChoice(formatInstant(view.at, { now }), view.device) })),
      { value: PLAIN, label: text.heat.behindNone },
    ]}
    value={chosen}
    onChange={(value) => (value === null ? undefined : onChoose(value))}
  />
);

export interface BehindChoiceProps {
  views: readonly RecordedPageView[];
  chosen: string;
  now: number;
  onChoose: (behind: string) => void;
}
