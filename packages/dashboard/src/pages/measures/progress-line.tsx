import { Button } from '@mantine/core';
import type { MeasuringProgress } from '@sightline/protocol';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api-context.ts';
import { useLasting } from '../../data/use-lasting.ts';
import { text } from '../../text/text.ts';
import styles from './measures.module.css';

/** Few sessions are measured before anybody has read that they are. */
const TOLD_AFTER_MS = 1_500;

/** Says that results are still being computed, and stops or starts that; nothing where all is done. */
export function ProgressLine({ flight, progress }: { flight: string; progress: MeasuringProgress }) {
  const api = useApi();
  const queries = useQueryClient();
  const after = {
    onSettled: () =>
      Promise.all([queries.invalidateQueries({ queryKey: ['measure'] }), queries.invalidateQueries({ queryKey: ['measure-settings'] })]),
  };
  const cancel = useMutation({ mutationFn: () => api.cancelMeasuring(flight), ...after });
  const resume = useMutation({ mutationFn: () => api.startMeasuring(flight), ...after });
  const { state, done, total, message } = progress;
  const isUnderWay = state === 'running' || state === 'waiting';
  const isTold = useLasting(isUnderWay, TOLD_AFTER_MS) || state === 'cancelled' || state === 'failed';
  if (!isTold) return null;
  const words = text.across.progress;
  return (
    <div className={styles.progress} role="status">
      {state === 'running' ? (
        <progress className={styles.bar} value={done} max={Math.max(1, total)} aria-label={words.running(done, total)} />
      ) : null}
      <span>
        {state === 'running' ? words.running(done, total) : null}
        {state === 'waiting' ? words.waiting : null}
        {state === 'cancelled' ? words.cancelled : null}
        {state === 'failed' ? words.failed(message ?? '') : null}
      </span>
      {isUnderWay ? (
        <Button size="compact-xs" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
          {words.cancel}
        </Button>
      ) : (
        <Button size="compact-xs" variant="default" loading={resume.isPending} onClick={() => resume.mutate()}>
          {words.resume}
        </Button>
      )}
    </div>
  );
}
