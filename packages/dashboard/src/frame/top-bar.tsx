import { VisuallyHidden } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { text } from '../text/text.ts';
import { AccountMenu } from './account-menu.tsx';
import { openPalette } from './palette-opener.ts';
import { ScopeBar } from './scope-bar.tsx';
import { ThemeMenu } from './theme-menu.tsx';
import styles from './top-bar.module.css';

/** The scope on the left; search, theme and account on the right. */
export function TopBar() {
  return (
    <header className={styles.bar}>
      <ScopeBar />
      <div className={styles.right}>
        <button type="button" className={styles.search} onClick={openPalette} aria-keyshortcuts="Control+K Meta+K">
          <IconSearch size={16} stroke={1.75} aria-hidden />
          <VisuallyHidden>{text.palette.open}</VisuallyHidden>
          <kbd>{text.palette.keys}</kbd>
        </button>
        <ThemeMenu />
        <AccountMenu />
      </div>
    </header>
  );
}
