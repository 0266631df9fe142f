import { useEffect, useState } from 'react';
import type { Player } from '../player.ts';

/** Something that depends on where the playhead is, looked at with every move and drawn anew only where it changed. */
export function useMoment<Value>(player: Player | undefined, read: (at: number) => Value, before: Value): Value {
  const [value, setValue] = useState(before);
  useEffect(() => {
    if (!player) return undefined;
    const look = (at: number) => setValue(() => read(at));
    look(player.at());
    return player.watch(look);
  }, [player, read]);
  return value;
}
