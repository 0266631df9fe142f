import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api-context.ts';
import { studyQuery } from '../data/studies.ts';
import { text } from '../text/text.ts';
import { Chip } from '../ui/chip.tsx';
import type { Filter } from './filter.ts';

/** Says that excluded participants are left out, where there are any, and takes them in. */
export function ExcludedChip({ flight, filter, onChange }: ExcludedChipProps) {
  const { data } = useQuery(studyQuery(useApi(), flight));
  const count = data?.notCounted ?? 0;
  if (count === 0) return null;
  const { excluded, ...rest } = filter;
  const words = text.filter;
  return (
    <Chip
      choice
      chosen={excluded === true}
      title={excluded ? words.takenInMeaning : words.leftOutMeaning}
      onToggle={(taken) => onChange(taken ? { ...rest, excluded: true } : rest)}
    >
      {excluded ? words.takenIn(count) : words.leftOut(count)}
    </Chip>
  );
}

interface ExcludedChipProps {
  flight: string;
  filter: Filter;
  onChange: (filter: Filter) => void;
}
