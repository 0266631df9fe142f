import type { RecordedTab, StoredEvent } from '@sightline/protocol';
import { useCallback } from 'react';
import { shownPage } from './shown-page.ts';
import { useMoment } from './use-moment.ts';
import type { usePlayer } from './use-player.ts';

/** The title and address of the page that the playhead is at, drawn anew only where they changed. */
export function useShownPage(player: ReturnType<typeof usePlayer>, events: readonly StoredEvent[], tab: RecordedTab | undefined) {
  const key = useCallback(
    (at: number) => {
      const { address, title } = shownPage(events, tab, at);
      return `${address}\n${title}`;
    },
    [events, tab],
  );
  const [address = '', title = ''] = useMoment(player, key, '\n').split('\n');
  return { address, title };
}
