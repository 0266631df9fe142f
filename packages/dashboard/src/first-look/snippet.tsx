import { text } from '../text/text.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { isOnlyHere } from './only-here.ts';
import { snippetOf } from './snippet-of.ts';
import styles from './snippet.module.css';

/** The line to paste, with a button that copies it; said where it would not work on the pages that it is for. */
export function Snippet({ token, origins }: { token: string; origins: readonly string[] }) {
  const snippet = snippetOf(window.location.origin, token);
  return (
    <>
      <div className={styles.snippet}>
        <pre className={styles.code} tabIndex={0} aria-label={text.snippet.label}>
          {snippet.split(' ').map((part) => (
            <span key={part}>{part} </span>
          ))}
        </pre>
        <CopyButton value={snippet} label={text.snippet.copy} />
      </div>
      {isOnlyHere(window.location, origins) ? <p className={styles.onlyHere}>{text.snippet.onlyHere(window.location.host)}</p> : null}
    </>
  );
}
