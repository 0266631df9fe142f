import { Button, TextInput } from '@mantine/core';
import type { Application } from '@sightline/protocol';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../api-context.ts';
import { applicationsQuery } from '../../data/applications.ts';
import { text } from '../../text/text.ts';
import { Refusal } from '../../ui/refusal.tsx';
import { Life } from './life.tsx';
import styles from './page.module.css';
import { useApplicationLife } from './use-life.ts';

/** An application's name, and whether it is in use. */
export function ApplicationSettings({ application }: { application: Application }) {
  const api = useApi();
  const queries = useQueryClient();
  const life = useApplicationLife(application);
  const [name, setName] = useState(application.name);
  const rename = useMutation({
    mutationFn: () => api.changeApplication(application.id, { name: name.trim() }),
    onSuccess: () => queries.invalidateQueries({ queryKey: applicationsQuery(api).queryKey }),
  });
  const words = text.flights;
  return (
    <div className={styles.settings}>
      <form
        className={styles.actions}
        onSubmit={(event) => {
          event.preventDefault();
          rename.mutate();
        }}
      >
        <TextInput
          size="xs"
          w={240}
          aria-label={words.applicationName}
          maxLength={256}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          type="submit"
          size="compact-sm"
          variant="default"
          h={30}
          disabled={name.trim() === '' || name.trim() === application.name}
          loading={rename.isPending}
        >
          {words.renameApplication}
        </Button>
      </form>
      <Refusal failure={rename.error} />
      <Life
        name={application.name}
        kind="application"
        archivedAt={application.archivedAt}
        erasedFrom={application.erasedFrom}
        life={life}
      />
    </div>
  );
}
