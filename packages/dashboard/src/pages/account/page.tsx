import { ACCESS_ROLES, type AccessRole } from '@sightline/protocol';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useApi } from '../../api-context.ts';
import { applicationsQuery } from '../../data/applications.ts';
import { meQuery } from '../../data/me.ts';
import { text } from '../../text/text.ts';
import styles from '../../ui/form-page.module.css';
import { ChangePassword } from './change-password.tsx';
import { Preferences } from './preferences.tsx';
import { SecondFactor } from './second-factor.tsx';

const isRole = (role: string): role is AccessRole => (ACCESS_ROLES as readonly string[]).includes(role);

/** Who one is here, what one may do, and how one signs in. */
export function AccountPage() {
  const api = useApi();
  const { data: me } = useSuspenseQuery(meQuery(api));
  const { data } = useSuspenseQuery(applicationsQuery(api));
  const { account, memberships = [], twoFactor = false } = me;
  if (!account) return null;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{text.ownAccount.title}</h1>
        <p className="quiet">
          {account.name} · {account.email}
        </p>
      </header>
      <Preferences />
      <SecondFactor on={twoFactor} />
      <ChangePassword />
      <section className={styles.panel} aria-labelledby="roles">
        <h2 id="roles">{text.ownAccount.roles}</h2>
        {account.role === 'owner' ? (
          <p>{text.ownAccount.everything}</p>
        ) : (
          <ul className={styles.list}>
            {memberships.map(({ applicationId, role }) => (
              <li key={applicationId}>
                <span>{data.applications.find(({ id }) => id === applicationId)?.name ?? applicationId}</span>
                <span className="quiet">{isRole(role) ? text.team.roleLine(text.roles[role], text.roleMeanings[role]) : role}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
