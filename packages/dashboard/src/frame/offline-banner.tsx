import { IconPlugConnectedX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi } from '../api-context.ts';
import { text } from '../text/text.ts';
import styles from './offline-banner.module.css';
import { useReachable } from './reachability-context.ts';

const LOOK_AGAIN_MS = 3_000;

/** Says, while the server cannot be reached, what that means for the data; looks again until it answers. */
export function OfflineBanner() {
  const api = useApi();
  const queries = useQueryClient();
  const reachable = useReachable();
  useEffect(() => {
    if (reachable) return;
    const timer = setInterval(() => {
      api.me().then(
        () => queries.invalidateQueries(),
        () => undefined, // still silent: the banner stays
      );
    }, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [api, queries, reachable]);
  return (
    <div role="status" className={styles.place}>
      {reachable ? null : (
        <p className={styles.banner}>
          <IconPlugConnectedX size={16} aria-hidden />
          <span>
            <strong>{text.offline.title}</strong> {text.offline.meaning}
          </span>
        </p>
      )}
    </div>
  );
}
