import type { PersonErasure } from '@sightline/protocol';
import { Link } from '@tanstack/react-router';
import { text } from '../../text/text.ts';
import { Instant } from '../../time/instant.tsx';
import styles from './page.module.css';

const words = text.erasure;

/** What stands in the place of somebody who was just erased: what that reached. */
export function ErasedPerson({ erased: { sessions, participants, exports } }: { erased: PersonErasure }) {
  return (
    <div className={styles.page}>
      <Link to="/people" className={styles.back}>
        {text.person.back}
      </Link>
      <div className={styles.erasure} role="status">
        <h1>{words.done(sessions)}</h1>
        {participants.length > 0 ? <p>{words.participants(participants)}</p> : null}
        <p>{exports.length === 0 ? words.noExports : words.lostFiles(exports.length)}</p>
        <ul>
          {exports.map(({ id, fileName, createdAt, createdBy }) => (
            <li key={id}>
              {fileName}{' '}
              <span className="quiet">
                <Instant at={createdAt} />
                {createdBy === '' ? '' : ` · ${createdBy}`}
              </span>
            </li>
          ))}
        </ul>
        <p className="quiet">{words.late}</p>
      </div>
    </div>
  );
}
