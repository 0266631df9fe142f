import { NativeSelect } from '@mantine/core';
import { usePreferences } from '../../preferences/preferences-context.tsx';
import { text } from '../../text/text.ts';
import styles from '../../ui/form-page.module.css';

const words = text.ownAccount;
const BROWSER = '';

/** In which zone times are shown, and how close table rows stand. */
export function Preferences() {
  const { preferences, choose } = usePreferences();
  const { timeZone, density } = preferences;
  const zones = [
    { value: BROWSER, label: words.ofBrowser(new Intl.DateTimeFormat().resolvedOptions().timeZone) },
    ...['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => ({ value: zone, label: zone })),
  ];
  return (
    <section className={styles.panel} aria-labelledby="preferences">
      <h2 id="preferences">{words.preferences}</h2>
      <p className="quiet">{words.preferencesMeaning}</p>
      <div className={styles.fields}>
        <NativeSelect
          label={words.timeZone}
          value={timeZone ?? BROWSER}
          data={zones}
          onChange={({ currentTarget: { value } }) => choose({ density, ...(value === BROWSER ? {} : { timeZone: value }) })}
        />
        <NativeSelect
          label={words.density}
          value={density}
          data={Object.entries(words.densities).map(([value, label]) => ({ value, label }))}
          onChange={({ currentTarget: { value } }) => choose({ ...preferences, density: value === 'compact' ? 'compact' : 'comfortable' })}
        />
        <NativeSelect label={words.language} data={[words.english]} />
      </div>
    </section>
  );
}
