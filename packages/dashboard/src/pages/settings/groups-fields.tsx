import { Button } from '@mantine/core';
import type { CaptureSettings } from '@sightline/protocol';
import { text } from '../../text/text.ts';
import styles from './page.module.css';

type Groups = CaptureSettings['logui'];

/** LogUI's groups at a glance; they are made with the builder or as JSON. */
export function GroupsFields({ groups, onChange }: { groups: Groups; onChange: (groups: Groups) => void }) {
  const words = text.settings;
  const all = Object.entries(groups ?? {});
  if (all.length === 0) return <p className="quiet">{words.noGroups}</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {[words.group, words.selector, words.handler, words.eventName, ''].map((title, index) => (
            <th key={title || index} scope="col">
              {title || <span className={styles.unseen}>{words.removeGroup}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {all.map(([name, group]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <code>{group?.selector}</code>
            </td>
            <td>{group?.event}</td>
            <td>{group?.name ?? '–'}</td>
            <td>
              <Button
                size="compact-xs"
                variant="subtle"
                color="tomato"
                aria-label={`${words.removeGroup} ${name}`}
                onClick={() => onChange(without(groups, name))}
              >
                {words.removeGroup}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function without(groups: Groups, name: string): Groups {
  const { [name]: _, ...rest } = groups ?? {};
  return Object.keys(rest).length === 0 ? null : rest;
}
