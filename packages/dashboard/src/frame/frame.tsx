import { Outlet } from '@tanstack/react-router';
import { text } from '../text/text.ts';
import styles from './frame.module.css';
import { PageTitle } from './page-title.tsx';
import { Palette } from './palette.tsx';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';

/** What stays while pages change: the rail, the scope at the top, the command palette. */
export function Frame() {
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main">
        {text.frame.skip}
      </a>
      <PageTitle />
      <Rail />
      <TopBar />
      <main id="main" className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
      <Palette />
    </div>
  );
}
