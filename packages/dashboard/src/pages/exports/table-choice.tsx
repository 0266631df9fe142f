import { Checkbox } from '@mantine/core';
import { EXPORT_TABLES } from '@sightline/protocol';
import { text } from '../../text/text.ts';
import styles from './export-form.module.css';
import { TABLE_NAMES } from './table-names.ts';

/** The tables, each with what a row of it is. */
export const TableChoice = ({ chosen, onChoose }: { chosen: readonly string[]; onChoose: (tables: string[]) => void }) => (
  <fieldset className={styles.tables}>
    <legend className={styles.label}>{text.exports.tables}</legend>
    <Checkbox
      size="xs"
      label={text.exports.allTables}
      checked={chosen.length === TABLE_NAMES.length}
      indeterminate={chosen.length > 0 && chosen.length < TABLE_NAMES.length}
      onChange={({ currentTarget: { checked } }) => onChoose(checked ? [...TABLE_NAMES] : [])}
    />
    <div className={styles.list}>
      {EXPORT_TABLES.map(({ name, meaning }) => (
        <Checkbox
          key={name}
          size="xs"
          label={<span className="mono">{name}</span>}
          description={meaning}
          checked={chosen.includes(name)}
          onChange={({ currentTarget: { checked } }) => onChoose(checked ? [...chosen, name] : chosen.filter((other) => other !== name))}
        />
      ))}
    </div>
  </fieldset>
);
