import { Refused } from '@sightline/client';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../api-context.ts';
import { text } from '../../text/text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from '../../ui/form-page.module.css';
import { Invite } from './invite.tsx';
import { Members } from './members.tsx';
import { OpenInvitations } from './open-invitations.tsx';

/** Members with their roles, and the way for others to join them. */
export function TeamPage() {
  const api = useApi();
  const { data, error } = useQuery({ queryKey: ['team'], queryFn: ({ signal }) => api.accessMembers(signal) });
  if (error instanceof Refused && error.status === 403)
    return <EmptyState title={text.team.ownersOnly} meaning={text.team.ownersOnlyMeaning} />;
  if (error instanceof Refused) throw error;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{text.team.title}</h1>
        <p className="quiet">{text.team.meaning}</p>
      </header>
      <Members members={data?.members} />
      <Invite />
      <OpenInvitations />
    </div>
  );
}
