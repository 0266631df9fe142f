import { ActionIcon, Popover, SegmentedControl } from '@mantine/core';
import { IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { DERIVED, isDerivedName } from '@sightline/metrics';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../api-context.ts';
import { facetsQuery } from '../../data/facets.ts';
import { FilterValues } from '../../filter/filter-values.tsx';
import { text } from '../../text/text.ts';
import { keyed } from '../../ui/keyed.ts';
import styles from './funnel.module.css';
import { MOST_STEPS } from './funnel-search.ts';
import { stepName } from './step-name.ts';

type Kind = keyof typeof text.journeys.kinds;

/** The steps in order, each to be moved or taken away, and one more to be chosen from what the data has. */
export function StepEditor({ flight, steps, onChange }: { flight: string; steps: readonly string[]; onChange: (steps: string[]) => void }) {
  const words = text.journeys;
  const swap = (place: number) =>
    steps.map((step, index) => (index === place - 1 ? (steps[place] ?? step) : index === place ? (steps[place - 1] ?? step) : step));
  return (
    <ol className={styles.editor} aria-label={words.steps}>
      {keyed(steps, String).map(({ item: step, place, key }) => (
        <li key={key} className={styles.chosen}>
          <span className={styles.place}>{place + 1}</span>
          <span className="cut" title={stepName(step)}>
            {stepName(step)}
          </span>
          {place > 0 ? (
            <ActionIcon size={22} aria-label={words.earlier(stepName(step))} onClick={() => onChange(swap(place))}>
              <IconArrowUp size={13} />
            </ActionIcon>
          ) : null}
          <ActionIcon
            size={22}
            aria-label={words.removeStep(stepName(step))}
            onClick={() => onChange(steps.filter((_, index) => index !== place))}
          >
            <IconX size={13} />
          </ActionIcon>
        </li>
      ))}
      {steps.length < MOST_STEPS ? (
        <li>
          <AddStep flight={flight} onAdd={(step) => onChange([...steps, step])} />
        </li>
      ) : null}
    </ol>
  );
}

function AddStep({ flight, onAdd }: { flight: string; onAdd: (step: string) => void }) {
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState<Kind>('page');
  const { data } = useQuery({ ...facetsQuery(useApi(), flight), enabled: open });
  const words = text.journeys;
  const values = {
    page: (data?.pages ?? []).map(({ path, views }) => ({ member: `page:${path}`, label: path, count: views })),
    event: (data?.events ?? [])
      .filter(({ name }) => !isDerivedName(name))
      .map(({ name, events }) => ({ member: `event:${name}`, label: name, count: events })),
    derived: (data?.events ?? [])
      .filter(({ name }) => isDerivedName(name))
      .map(({ name, events }) => ({ member: name, label: name.slice(DERIVED.length), count: events })),
    click: [],
  }[kind];
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" width={320} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={styles.add} aria-expanded={open} aria-haspopup="dialog" onClick={() => setOpen(!open)}>
          <IconPlus size={14} aria-hidden /> {words.addStep}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={8} aria-label={words.addStep}>
        <SegmentedControl
          size="xs"
          fullWidth
          mb={6}
          value={kind}
          data={(Object.keys(words.kinds) as Kind[]).map((value) => ({ value, label: words.kinds[value] }))}
          onChange={(value) => setKind(value as Kind)}
        />
        <FilterValues
          key={kind}
          offer={{
            key: kind,
            label: words.kinds[kind],
            list: 'sequence',
            values,
            counted: text.number,
            typed: (typed) => `${kind}:${typed}`,
          }}
          onChoose={(step) => {
            setOpen(false);
            onAdd(step);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
