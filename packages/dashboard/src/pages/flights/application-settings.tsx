import type { Application } from '@sightline/protocol';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api-context.ts';
import { applicationsQuery } from '../../data/applications.ts';
import { text } from '../../text/text.ts';
import { Refusal } from '../../ui/refusal.tsx';
import { Life } from './life.tsx';
import styles from './page.module.css';
import { RenameForm } from './rename-form.tsx';
import { useApplicationLife } from './use-life.ts';

/** An application's name, and whether it is in use. */
export function ApplicationSettings({ application }: { application: Application }) {
  const api = useApi();
  const queries = useQueryClient();
  const life = useApplicationLife(application);
  const rename = useMutation({
    mutationFn: (name: string) => api.changeApplication(application.id, { name }),
    onSuccess: () => queries.invalidateQueries({ queryKey: applicationsQuery(api).queryKey }),
  });
  const words = text.flights;
  return (
    <div className={styles.settings}>
      <RenameForm
        name={application.name}
        label={words.applicationName}
        action={words.renameApplication}
        pending={rename.isPending}
        onRename={(name) => rename.mutate(name)}
      />
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
