import { Button, Select } from '@mantine/core';
import { parameterProblem, type Metric } from '@sightline/metrics';
import type { JsonObject, MeasureSetting, MeasureSettingChange } from '@sightline/protocol';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../api-context.ts';
import { text } from '../../text/text.ts';
import styles from './definition.module.css';
import { ParameterField } from './parameter-field.tsx';

const DEFAULTS = ' defaults';
const OWN = ' own';

/** What a flight measures a metric with: a published rule, or parameters of its own. */
export function ParameterForm({ flight, metric, setting }: { flight: string; metric: Metric; setting: MeasureSetting | undefined }) {
  const api = useApi();
  const queries = useQueryClient();
  const words = text.across.definitions;
  const given = { ...metric.parameters, ...setting?.parameters };
  const [own, setOwn] = useState<JsonObject>();
  const save = useMutation({
    mutationFn: (change: MeasureSettingChange) => api.setMeasure(flight, metric.name, change),
    onSuccess: (settings) => {
      setOwn(undefined);
      queries.setQueryData(['measure-settings', flight], settings);
      return queries.invalidateQueries({ queryKey: ['measure'] });
    },
  });
  const rule = setting ? (setting.preset ?? OWN) : DEFAULTS;
  const changed = own
    ? Object.fromEntries(Object.entries(own).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(metric.parameters[name])))
    : {};
  const problem = own ? parameterProblem(metric, own) : undefined;
  const failure = problem ?? save.error?.message;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (problem === undefined) save.mutate(Object.keys(changed).length === 0 ? {} : { parameters: changed });
      }}
    >
      <Select
        size="xs"
        label={words.preset}
        allowDeselect={false}
        value={own ? OWN : rule}
        data={[
          { value: DEFAULTS, label: words.defaults },
          ...metric.presets.map(({ name }) => ({ value: name, label: name })),
          { value: OWN, label: words.own },
        ]}
        onChange={(value) => {
          if (value === OWN) setOwn({ ...given });
          else if (value !== null) save.mutate(value === DEFAULTS ? {} : { preset: value });
        }}
      />
      {own ? null : (
        <div className={styles.whole}>
          <code>{JSON.stringify(given)}</code>
        </div>
      )}
      {own
        ? Object.keys(metric.parameters).map((name) => (
            <ParameterField
              key={name}
              metric={metric}
              name={name}
              value={own[name]}
              onChange={(value) => setOwn({ ...own, [name]: value as JsonObject[string] })}
            />
          ))
        : null}
      {own || failure ? (
        <div className={styles.whole}>
          {own ? (
            <>
              <Button type="submit" size="xs" loading={save.isPending} disabled={problem !== undefined}>
                {words.save}
              </Button>
              <Button size="xs" variant="default" onClick={() => setOwn(undefined)}>
                {words.cancel}
              </Button>
            </>
          ) : null}
          {failure ? <span role="alert">{failure}</span> : null}
        </div>
      ) : null}
    </form>
  );
}
