import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../api-context.ts';
import { facetsQuery } from '../../data/facets.ts';
import { text } from '../../text/text.ts';
import { Chip } from '../../ui/chip.tsx';
import type { HeatSearch } from './heat-search.ts';
import styles from './page.module.css';

const words = text.heat.compare;

/** Chooses a field of the application-specific data, two of its values, and whether they stand beside each other or as a difference. */
export function CompareChoice({ flight, shown, show }: { flight: string; shown: HeatSearch; show: (change: HeatSearch) => void }) {
  const { data } = useQuery(facetsQuery(useApi(), flight));
  const fields = data?.fields.filter(({ values }) => values.length > 1) ?? [];
  // Until they are known, what the address names stands there, so that nothing jumps.
  const values = fields.find(({ field }) => field === shown.by)?.values.map(({ value }) => value) ?? given(shown.first, shown.second);
  if (data && fields.length === 0 && shown.by === undefined) return null;
  const pick = (place: 'first' | 'second', label: string) => (
    <Select
      size="xs"
      className={styles.value}
      aria-label={label}
      allowDeselect={false}
      data={values}
      value={shown[place] ?? null}
      onChange={(value) => show({ [place]: value ?? undefined })}
    />
  );
  return (
    <div className={styles.compare} role="group" aria-label={words.by}>
      <span className="quiet">{words.by}</span>
      <Select
        size="xs"
        className={styles.value}
        aria-label={words.by}
        data={data ? fields.map(({ field }) => field) : given(shown.by)}
        disabled={!data}
        value={shown.by ?? null}
        placeholder={words.none}
        clearable
        onChange={(by) => {
          const [first, second] = fields.find(({ field }) => field === by)?.values ?? [];
          show({ by: by ?? undefined, first: first?.value, second: second?.value, difference: undefined });
        }}
      />
      {shown.by === undefined ? null : (
        <>
          {pick('first', words.first)}
          {pick('second', words.second)}
          <Chip
            chosen={shown.difference === true}
            title={words.differenceMeaning}
            onToggle={(difference) => show({ difference: difference || undefined })}
          >
            {words.difference}
          </Chip>
        </>
      )}
    </div>
  );
}

const given = (...values: readonly (string | undefined)[]): string[] => values.filter((value) => value !== undefined);
