import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api-context.ts';
import { studyQuery } from '../data/studies.ts';
import { text } from '../text/text.ts';
import { Chip } from '../ui/chip.tsx';
import type { Filter } from './filter.ts';

/** Where there are excluded participants: whether their sessions are left out, and the other ways to have it. */
export function ExcludedChip({ flight, filter, onChange, hasAll }: ExcludedChipProps) {
  const { data } = useQuery(studyQuery(useApi(), flight));
  const count = data?.notCounted ?? 0;
  if (count === 0) return null;
  const { excluded, ...rest } = filter;
  const words = text.filter;
  const only = (
    <Chip
      chosen={excluded === 'only'}
      title={words.onlyExcludedMeaning}
      onToggle={(chosen) => onChange(chosen ? { ...rest, excluded: 'only' } : rest)}
    >
      {words.onlyExcluded(count)}
    </Chip>
  );
  if (hasAll)
    return (
      <>
        {only}
        <Chip
          chosen={excluded === false}
          title={words.withoutExcludedMeaning}
          onToggle={(chosen) => onChange(chosen ? { ...rest, excluded: false } : rest)}
        >
          {words.withoutExcluded}
        </Chip>
      </>
    );
  if (excluded === 'only') return only;
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
  /** The page has their sessions where nothing is said. */
  hasAll: boolean;
}
