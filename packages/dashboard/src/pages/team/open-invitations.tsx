import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useApi } from '../../api-context.ts';
import { applicationsQuery } from '../../data/applications.ts';
import { text } from '../../text/text.ts';
import { Instant } from '../../time/instant.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import styles from '../../ui/form-page.module.css';

/** Links that were made and not yet used, each with the way to take it back. */
export function OpenInvitations() {
  const api = useApi();
  const queries = useQueryClient();
  const { data: known } = useSuspenseQuery(applicationsQuery(api));
  const { data } = useQuery({ queryKey: ['invitations'], queryFn: ({ signal }) => api.invitations(signal) });
  const withdraw = useMutation({ mutationFn: api.withdrawInvitation, onSuccess: (left) => queries.setQueryData(['invitations'], left) });
  if (!data || data.invitations.length === 0) return null;
  const nameOf = (id: string) => known.applications.find((each) => each.id === id)?.name ?? id;
  return (
    <section className={styles.panel} aria-labelledby="open-invitations">
      <h2 id="open-invitations">{text.team.open}</h2>
      <ul className={styles.list}>
        {data.invitations.map(({ id, email, memberships, expiresAt }) => (
          <li key={id}>
            <span>{email}</span>
            <span className="quiet">
              {memberships.map(({ applicationId, role }) => `${text.roles[role]}, ${nameOf(applicationId)}`).join(' · ')} ·{' '}
              {text.team.expires} <Instant at={expiresAt} />
            </span>
            <ConfirmButton
              action={text.team.withdraw}
              label={text.team.withdrawOf(email)}
              meaning={text.team.withdrawMeaning(email)}
              confirm={text.team.withdrawNow}
              onConfirm={() => withdraw.mutate(id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
