import { text } from '../text/text.ts';
import { Chip } from '../ui/chip.tsx';
import { AddFilter } from './add-filter.tsx';
import { ExcludedChip } from './excluded-chip.tsx';
import { FILTER_LISTS, withMember, withoutMember, type Filter } from './filter.ts';
import styles from './filter-bar.module.css';

/** What narrows a page's sessions: a chip for each condition, which takes it away, and the way to one more. */
export function FilterBar({ flight, filter, onChange, label = text.filter.title, hasAll = false }: FilterBarProps) {
  const chips = FILTER_LISTS.flatMap((list) => (filter[list] ?? []).map((member) => ({ list, member })));
  return (
    <div className={styles.bar} role="group" aria-label={label}>
      {chips.map(({ list, member }) => (
        <Chip
          key={`${list} ${member}`}
          chosen
          aria-label={text.filter.remove(text.filter.chip(list, member))}
          onToggle={() => onChange(withoutMember(filter, list, member))}
        >
          <span className={`cut ${styles.chip}`}>{text.filter.chip(list, member)}</span>
        </Chip>
      ))}
      <ExcludedChip flight={flight} filter={filter} onChange={onChange} hasAll={hasAll} />
      <AddFilter flight={flight} onAdd={(list, member) => onChange(withMember(filter, list, member))} />
    </div>
  );
}

export interface FilterBarProps {
  flight: string;
  filter: Filter;
  onChange: (filter: Filter) => void;
  /** Where a page has several. */
  label?: string;
  /** The page has the sessions of excluded participants where nothing is said. */
  hasAll?: boolean;
}
