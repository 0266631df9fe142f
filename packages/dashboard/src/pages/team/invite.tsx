import { Button, NativeSelect, TextInput } from '@mantine/core';
import { ACCESS_ROLES, type AccessRole } from '@sightline/protocol';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useApi } from '../../api-context.ts';
import { applicationsQuery } from '../../data/applications.ts';
import { useScope } from '../../scope/use-scope.ts';
import { text } from '../../text/text.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import styles from '../../ui/form-page.module.css';
import { formTexts } from '../../ui/form-texts.ts';
import { Refusal } from '../../ui/refusal.tsx';

/** Makes a link by which somebody joins. */
export function Invite() {
  const api = useApi();
  const queries = useQueryClient();
  const { data } = useSuspenseQuery(applicationsQuery(api));
  const { application } = useScope();
  const invite = useMutation({
    mutationFn: ({ email, application: id, role }: { email: string; application: string; role: string }) =>
      api.inviteMember({ email, memberships: [{ applicationId: id, role: role as AccessRole }] }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['invitations'] }),
  });
  const link = invite.data && `${window.location.origin}/join#${invite.data.code}`;
  return (
    <section className={styles.panel} aria-labelledby="invite">
      <h2 id="invite">{text.team.invite}</h2>
      <p className="quiet">{text.team.inviteMeaning}</p>
      {link ? (
        <>
          <p>{text.team.link}</p>
          <div className={styles.shown}>
            <code>{link}</code>
            <CopyButton value={link} label={text.team.copyLink} />
            <Button variant="subtle" size="compact-sm" onClick={() => invite.reset()}>
              {text.team.another}
            </Button>
          </div>
        </>
      ) : (
        <form
          className={styles.fields}
          onSubmit={(event) => {
            event.preventDefault();
            invite.mutate(formTexts(event.currentTarget, ['email', 'application', 'role']));
          }}
        >
          <TextInput name="email" type="email" label={text.team.email} required maxLength={254} />
          <NativeSelect
            name="application"
            label={text.team.application}
            defaultValue={application?.id ?? ''}
            data={data.applications.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <NativeSelect
            name="role"
            label={text.team.role}
            defaultValue="viewer"
            data={ACCESS_ROLES.map((role) => ({ value: role, label: text.team.roleLine(text.roles[role], text.roleMeanings[role]) }))}
          />
          <Button type="submit" loading={invite.isPending}>
            {text.team.makeLink}
          </Button>
        </form>
      )}
      <Refusal failure={invite.error} />
    </section>
  );
}
