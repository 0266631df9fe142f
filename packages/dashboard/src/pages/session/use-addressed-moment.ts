import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Player } from '../../player/player.ts';

/** How long the playhead has to rest before the address takes its moment: a drag is not a hundred addresses. */
const RESTS_MS = 400;

const route = getRouteApi('/app/sessions/$id');

/** Keeps the moment that is looked at in the page's address, as far as time stands still. */
export function useAddressedMoment({ player, from, chosenTab, playing }: AddressedMoment): void {
  const navigate = route.useNavigate();
  const router = useRouter();
  useEffect(() => {
    if (!player || playing) return undefined;
    const { pathname } = router.latestLocation;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = player.watch((at) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        // Whoever is on the way to another page is not called back.
        if (router.latestLocation.pathname !== pathname) return;
        void navigate({ search: (before) => ({ ...before, t: Math.max(0, Math.round(at - from)) }), replace: true, resetScroll: false });
      }, RESTS_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [player, from, playing, navigate, router]);

  useEffect(() => {
    if (!player) return;
    void navigate({
      search: (before) => ({ ...before, tab: chosenTab }),
      replace: true,
      resetScroll: false,
    });
  }, [player, chosenTab, navigate]);
}

interface AddressedMoment {
  player: Player | undefined;
  /** The session's start. */
  from: number;
  chosenTab: string | undefined;
  playing: boolean;
}
