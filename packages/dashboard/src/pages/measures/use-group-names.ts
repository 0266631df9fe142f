import { useComputedColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useApi } from '../../api-context.ts';
import { huesOf } from '../../charts/hues.ts';
import { facetsQuery } from '../../data/facets.ts';
import { text } from '../../text/text.ts';

/** What groups are called, and their hue: a condition has the same one whatever else is shown beside it. */
export function useGroupNames(flight: string, by: string, keys: readonly string[]) {
  const dark = useComputedColorScheme('light') === 'dark';
  const { data } = useQuery(facetsQuery(useApi(), flight));
  const field = by.startsWith('field:') ? data?.fields.find(({ field: each }) => `field:${each}` === by) : undefined;
  const all = (field?.values.map(({ value }) => value) ?? [...keys]).join('\u0000');
  // Days and parts of sessions are no conditions: they share one hue.
  const isCondition = by !== 'day' && by !== 'part';
  const hue = useMemo(() => huesOf(isCondition ? all.split('\u0000') : [], { dark }), [all, dark, isCondition]);
  const name = useCallback((key: string) => text.across.groupName(key, by), [by]);
  return { name, hue };
}
