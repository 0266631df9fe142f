import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { text } from '../text/text.ts';
import styles from './filter-bar.module.css';
import type { FilterOffer } from './filter-offers.ts';

/** The values of one offer, searchable; where not all are listed, what was typed is offered too. */
export function FilterValues({ offer, onChoose }: { offer: FilterOffer; onChoose: (member: string) => void }) {
  const [find, setFind] = useState('');
  const wanted = find.trim();
  const shown = offer.values.filter(({ label }) => label.toLocaleLowerCase().includes(wanted.toLocaleLowerCase()));
  const typed = wanted !== '' && offer.typed && !shown.some(({ label }) => label === wanted) ? offer.typed(wanted) : undefined;
  const first = shown[0]?.member ?? typed;
  return (
    <>
      <TextInput
        size="xs"
        type="search"
        mb={6}
        data-autofocus
        aria-label={text.filter.search}
        placeholder={text.filter.search}
        value={find}
        onChange={(event) => setFind(event.currentTarget.value)}
        onKeyDown={(event) => (event.key === 'Enter' && first !== undefined ? onChoose(first) : undefined)}
      />
      <div className={styles.offers}>
        {shown.map(({ member, label, count }) => (
          <button key={member} type="button" className={styles.offer} title={label} onClick={() => onChoose(member)}>
            <span className="cut">{label === '' ? text.filter.empty : label}</span>
            <span className="quiet">{offer.counted(count)}</span>
          </button>
        ))}
        {typed === undefined ? null : (
          <button type="button" className={styles.offer} onClick={() => onChoose(typed)}>
            <span className="cut">{text.filter.typed(wanted)}</span>
          </button>
        )}
        {shown.length === 0 && typed === undefined ? <p className={`quiet ${styles.none}`}>{text.filter.noneMatch}</p> : null}
      </div>
    </>
  );
}
