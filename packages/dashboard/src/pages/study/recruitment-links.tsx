import type { StudySettings } from '@sightline/protocol';
import { text } from '../../text/text.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { linkFor } from './link-for.ts';
import styles from './page.module.css';

/** The links to give to recruiters, to hand out, and to end the study with. */
export function RecruitmentLinks({ settings }: { settings: StudySettings }) {
  const words = text.study.links;
  const study = linkFor(window.location.origin, settings);
  const { participantParameter, conditionParameter } = settings;
  const links = [
    {
      name: words.prolific,
      meaning: words.prolificMeaning,
      value: `${study}?PROLIFIC_PID={{%PROLIFIC_PID%}}&STUDY_ID={{%STUDY_ID%}}&SESSION_ID={{%SESSION_ID%}}`,
    },
    { name: words.mturk, meaning: words.mturkMeaning, value: study },
    { name: words.code, meaning: words.codeMeaning, value: linkFor(window.location.origin, settings, 'CODE') },
    ...(settings.openToAll ? [{ name: words.open, meaning: words.openMeaning, value: study }] : []),
    { name: words.complete, meaning: words.completeMeaning, value: `${study}/complete?${participantParameter}=CODE` },
  ];
  return (
    <dl className={styles.links}>
      {links.map(({ name, meaning, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <p className="quiet">{meaning}</p>
            <span className={styles.link}>
              <code>{value}</code>
              <CopyButton value={value} label={words.copy(name)} />
            </span>
          </dd>
        </div>
      ))}
      <div>
        <dt>{words.page}</dt>
        <dd>
          <p className="quiet">{words.pageMeaning(participantParameter, conditionParameter)}</p>
          <span className={styles.link}>
            <code>{`${settings.url}?${participantParameter}=…&${conditionParameter}=…`}</code>
          </span>
        </dd>
      </div>
    </dl>
  );
}
