import { Menu, VisuallyHidden } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useApi } from '../api-context.ts';
import { meQuery } from '../data/me.ts';
import { text } from '../text/text.ts';
import styles from './account-menu.module.css';
import { SETTINGS } from './destinations.ts';
import { initialsOf } from './initials-of.ts';
import { useSignOut } from './use-sign-out.ts';

/** Who is signed in, and the way out. */
export function AccountMenu() {
  const { data } = useSuspenseQuery(meQuery(useApi()));
  const signOut = useSignOut();
  const { account, version } = data;
  if (!account) return null;
  return (
    <Menu position="bottom-end" width={220} withinPortal={false}>
      <Menu.Target>
        <button type="button" className={styles.initials}>
          {initialsOf(account.name)}
          <VisuallyHidden> {text.account.menu(account.name)}</VisuallyHidden>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <div className="cut">{account.name}</div>
          <div className="cut quiet">{account.email}</div>
        </div>
        <Menu.Divider />
        {SETTINGS.map(({ to, label, icon: Icon }) => (
          <Menu.Item key={to} component={Link} to={to} leftSection={<Icon size={16} stroke={1.75} />}>
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.75} />} onClick={signOut}>
          {text.account.signOut}
        </Menu.Item>
        <Menu.Divider />
        <div className={`${styles.version} quiet`}>Sightline {version}</div>
      </Menu.Dropdown>
    </Menu>
  );
}
