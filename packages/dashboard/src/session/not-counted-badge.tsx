import type { NotCounted } from '@sightline/protocol';
import { IconUserOff } from '@tabler/icons-react';
import { text } from '../text/text.ts';
import styles from './not-counted-badge.module.css';

/** Says of a session that whatever counts leaves it out, and why. */
export function NotCountedBadge({ notCounted, iconOnly = false }: { notCounted: NotCounted | undefined; iconOnly?: boolean }) {
  if (!notCounted) return null;
  const meaning = text.filter.notCounted(notCounted);
  if (iconOnly) return <IconUserOff className={styles.sign} size={14} role="img" aria-label={meaning} title={meaning} />;
  return (
    <span className={styles.badge} title={meaning}>
      <IconUserOff size={14} aria-hidden />
      <span className="cut">
        {text.filter.notCountedShort[notCounted.state]}
        {notCounted.reason ? `: ${notCounted.reason}` : null}
      </span>
    </span>
  );
}
