import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { text } from '../../text/text.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from './page.module.css';

/** Nobody is here: what will be seen, and how to see it now. */
export const NobodyHere = ({ flight }: { flight: string }) => (
  <EmptyState part title={text.monitor.nobody} meaning={text.monitor.nobodyMeaning}>
    <div className={styles.actions}>
      <Button
        component="a"
        href="/shop/"
        target="_blank"
        rel="noopener"
        variant="light"
        rightSection={<IconExternalLink size={14} aria-hidden />}
      >
        {text.firstLook.openShop}
      </Button>
      <ButtonLink variant="default" to="/study" search={{ flight }}>
        {text.monitor.toStudy}
      </ButtonLink>
    </div>
  </EmptyState>
);
