import { ActionIcon, Popover } from '@mantine/core';
import { IconArrowLeft, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../api-context.ts';
import { facetsQuery } from '../data/facets.ts';
import { text } from '../text/text.ts';
import type { FilterList } from './filter.ts';
import styles from './filter-bar.module.css';
import { filterOffers, type FilterOffer } from './filter-offers.ts';
import { FilterValues } from './filter-values.tsx';

/** Offers what the flight's data can be filtered by: first what, then which value. */
export function AddFilter({ flight, onAdd }: { flight: string; onAdd: (list: FilterList, member: string) => void }) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<FilterOffer>();
  const { data, error } = useQuery({ ...facetsQuery(useApi(), flight), enabled: open });
  const offers = data ? filterOffers(data) : [];
  const show = (next: boolean) => {
    setOpen(next);
    setChosen(undefined);
  };
  return (
    <Popover opened={open} onChange={show} position="bottom-start" width={280} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={styles.add} aria-expanded={open} aria-haspopup="dialog" onClick={() => show(!open)}>
          <IconPlus size={14} aria-hidden />
          {text.filter.add}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={8} aria-label={text.filter.add}>
        {chosen ? (
          <>
            <div className={styles.head}>
              <ActionIcon size={24} aria-label={text.filter.back} onClick={() => setChosen(undefined)}>
                <IconArrowLeft size={14} />
              </ActionIcon>
              <strong>{chosen.label}</strong>
            </div>
            <FilterValues
              offer={chosen}
              onChoose={(member) => {
                onAdd(chosen.list, member);
                show(false);
              }}
            />
          </>
        ) : (
          <div className={styles.offers}>
            {offers.map((offer) => (
              <button key={offer.key} type="button" className={styles.offer} onClick={() => setChosen(offer)}>
                <span className="cut">{offer.label}</span>
                <span className="quiet">{text.number(offer.values.length)}</span>
              </button>
            ))}
            {data && offers.length === 0 ? <p className={`quiet ${styles.none}`}>{text.filter.nothing}</p> : null}
            {!data ? <p className={`quiet ${styles.none}`}>{error ? error.message : text.filter.loading}</p> : null}
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
