import { Select } from '@mantine/core';
import type { Amount } from '@sightline/metrics';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../api-context.ts';
import { facetsQuery } from '../../data/facets.ts';
import { text } from '../../text/text.ts';

/** What sessions are put into groups by: the study's own fields first. */
export function BySelect({ flight, parts, by, onChange, days = true }: BySelectProps) {
  const { data } = useQuery(facetsQuery(useApi(), flight));
  const fields = (data?.fields ?? []).map(({ field }) => `field:${field}`);
  const known = ['all', ...fields, 'device', 'entryPage', ...(days ? ['day'] : []), ...(parts === null ? [] : ['part'])];
  const options = known.includes(by) ? known : [...known, by];
  return (
    <Select
      size="xs"
      w={190}
      aria-label={text.across.by}
      leftSection={text.across.by}
      leftSectionWidth={34}
      allowDeselect={false}
      comboboxProps={{ width: 220, position: 'bottom-start' }}
      value={by}
      data={options.map((value) => ({ value, label: text.across.byOf(value, parts) }))}
      onChange={(value) => (value === null ? undefined : onChange(value))}
    />
  );
}

interface BySelectProps {
  flight: string;
  /** What the measure can be told of apart. */
  parts: Amount['parts'];
  by: string;
  onChange: (by: string) => void;
  days?: boolean;
}
