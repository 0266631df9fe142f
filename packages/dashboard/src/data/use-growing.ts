import { useState } from 'react';
import { growing, type Reading } from './growing.ts';

/** What a list that mostly grows at its end comes to, kept up with it for as long as the component lives. */
export function useGrowing<Item, Result>(items: readonly Item[], begin: () => Reading<Item, Result>): Result {
  const [read] = useState(() => growing(begin));
  return read(items);
}
