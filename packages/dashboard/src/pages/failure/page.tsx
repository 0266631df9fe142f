import { Button, Group } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Unreachable } from '@sightline/client';
import { text } from '../../text/text.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

/** A page that could not be shown: what that means for the data, and the way to try again. */
export function FailurePage({ error: thrown, reset }: ErrorComponentProps) {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const router = useRouter();
  const boundary = useQueryErrorResetBoundary();
  const silent = error instanceof Unreachable;
  const again = () => {
    boundary.reset();
    void router.invalidate().then(reset);
  };
  return (
    <EmptyState title={silent ? text.offline.title : text.failure.title} meaning={silent ? text.offline.meaning : text.failure.meaning}>
      {silent ? null : <pre className="quiet">{error.message}</pre>}
      <Group gap={8}>
        <Button onClick={again}>{text.failure.again}</Button>
        {silent ? null : <CopyButton value={`${error.message}\n${error.stack ?? ''}`} label={text.failure.copy} />}
      </Group>
    </EmptyState>
  );
}
