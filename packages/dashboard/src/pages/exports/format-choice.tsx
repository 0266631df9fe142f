import { EXPORT_FORMATS, type ExportFormatName } from '@sightline/protocol';
import { text } from '../../text/text.ts';
import styles from './export-form.module.css';

/** The formats, each with a line on what it is for. */
export const FormatChoice = ({ format, onChoose }: { format: ExportFormatName; onChoose: (format: ExportFormatName) => void }) => (
  <fieldset className={styles.formats}>
    <legend className={styles.label}>{text.exports.format}</legend>
    <div className={styles.cards}>
      {EXPORT_FORMATS.map((name) => (
        <label key={name} className={styles.card} data-chosen={name === format}>
          <input type="radio" name="format" value={name} checked={name === format} onChange={() => onChoose(name)} />
          <span>
            <strong>{text.exports.formats[name].name}</strong>
            <span className="quiet">{text.exports.formats[name].meaning}</span>
          </span>
        </label>
      ))}
    </div>
  </fieldset>
);
