import type { StoredEvent } from '@sightline/protocol';
import { useCallback, useState } from 'react';
import { useMoment } from '../../player/view/use-moment.ts';
import type { usePlayer } from '../../player/view/use-player.ts';
import { LEAD_MS } from '../../timeline/seek-slider.tsx';

/** The event somebody went to stays marked until the playhead has come to it; then marking follows the playhead. */
export function useChosenEvent(current: StoredEvent | undefined, player: ReturnType<typeof usePlayer>) {
  const [chosen, setChosen] = useState<StoredEvent>();
  const isWaiting = useCallback((at: number) => chosen !== undefined && at >= chosen.at - LEAD_MS - 1 && at < chosen.at, [chosen]);
  const waits = useMoment(player, isWaiting, false);
  const choose = (event: StoredEvent) => {
    setChosen(event);
    player?.seek(event.at - LEAD_MS);
  };
  return { selected: waits ? chosen : current, choose };
}
