import { useMemo, useState } from 'react';

/** The most that two maps beside each other show, as one scale for both; each tells its own. */
export function useMost(scale: string): { most: number; tells: readonly [(most: number) => void, (most: number) => void] } {
  const [mosts, setMosts] = useState<{ scale: string; of: Readonly<Record<number, number>> }>({ scale, of: {} });
  // One function for each place, as long as the scale means the same.
  const tells = useMemo(() => {
    const tell = (place: number) => (most: number) =>
      setMosts((before) => {
        const of = before.scale === scale ? before.of : {};
        return before.scale === scale && of[place] === most ? before : { scale, of: { ...of, [place]: most } };
      });
    return [tell(0), tell(1)] as const;
  }, [scale]);
  // Maps of other things have other scales.
  return { most: mosts.scale === scale ? Math.max(0, ...Object.values(mosts.of)) : 0, tells };
}
