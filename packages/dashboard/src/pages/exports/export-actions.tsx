import { Button } from '@mantine/core';
import { exportFileUrl } from '@sightline/client';
import type { ExportJob } from '@sightline/protocol';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../api-context.ts';
import { exportsQuery } from '../../data/exports.ts';
import { text } from '../../text/text.ts';
import { usePreferences } from '../../preferences/preferences-context.tsx';
import styles from './page.module.css';

const words = text.exports;

/** What can be done with an export: stop it, download it, delete it (asked once more, as it is for good). */
export function ExportActions({ job: { id, flight, format, state, createdAt, fileName } }: { job: ExportJob }) {
  const api = useApi();
  const { instants } = usePreferences();
  const queryClient = useQueryClient();
  const [sure, setSure] = useState(false);
  const onSettled = () => queryClient.invalidateQueries({ queryKey: exportsQuery(api, flight).queryKey });
  const cancel = useMutation({ mutationFn: () => api.cancelExport(id), onSettled });
  const remove = useMutation({ mutationFn: () => api.deleteExport(id), onSettled });
  const of = [words.formats[format].name, instants.exact(createdAt)] as const;
  if (state === 'waiting' || state === 'running') {
    return (
      <Button
        size="compact-xs"
        variant="default"
        aria-label={words.cancelOf(...of)}
        loading={cancel.isPending}
        onClick={() => cancel.mutate()}
      >
        {words.cancel}
      </Button>
    );
  }
  return (
    <span className={styles.actions}>
      {state === 'finished' && !sure ? (
        <Button
          component="a"
          size="compact-xs"
          variant="light"
          href={exportFileUrl(id)}
          download={fileName}
          aria-label={words.downloadOf(...of)}
        >
          {words.download}
        </Button>
      ) : null}
      {sure ? (
        <>
          <Button size="compact-xs" color="red" loading={remove.isPending} onClick={() => remove.mutate()} autoFocus>
            {words.removeSure}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => setSure(false)}>
            {words.keep}
          </Button>
        </>
      ) : (
        <Button size="compact-xs" variant="subtle" color="gray" aria-label={words.removeOf(...of)} onClick={() => setSure(true)}>
          {words.remove}
        </Button>
      )}
    </span>
  );
}
