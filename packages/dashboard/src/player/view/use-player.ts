import { useEffect, useRef, useState, type RefObject } from 'react';
import { assetUrl } from '@sightline/client';
import type { Plan } from '../plan.ts';
import { createPlayer, type Player } from '../player.ts';
import { flightSheets } from '../recording/flight-sheets.ts';
import type { PartSource } from '../recording/kept-parts.ts';
import { recordedResource } from '../safe/resource.ts';

export interface UsedPlayer {
  session: string;
  flight: string;
  /** Where the recording's parts come from. */
  source: PartSource;
  plan: Plan;
  at: number;
  tab: string | undefined;
  /** Where pages are shown, one behind the other while the next is made ready. */
  host: RefObject<HTMLDivElement | null>;
  onSize: (size: { width: number; height: number }) => void;
}

/** A player for as long as its session's page is open. What rebuilds pages is large, and loaded only here. */
export function usePlayer({ session, flight, source, plan, at, tab, host, onSize }: UsedPlayer): Player | undefined {
  const [player, setPlayer] = useState<Player>();
  const first = useRef({ plan, at, tab, onSize });

  useEffect(() => {
    let made: Player | undefined;
    let isGone = false;
    const start = async () => {
      const { createStage, Replayer } = await import('../stage/engine.ts');
      const place = host.current;
      if (isGone || !place) return;
      const stage = () => {
        const root = document.createElement('div');
        root.dataset.waiting = 'true';
        place.append(root);
        let size: { width: number; height: number } | undefined;
        const onOwnSize = (next: { width: number; height: number }) => {
          size = next;
          if (!root.dataset.waiting) first.current.onSize(next);
        };
        const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
        const assets = new URL('/api/v1/assets/', window.location.href).href;
        const built = createStage({ Replayer, root, assets, still, onSize: onOwnSize });
        return {
          stage: {
            ...built,
            destroy() {
              built.destroy();
              root.remove();
            },
          },
          reveal() {
            delete root.dataset.waiting;
            if (size) first.current.onSize(size);
          },
        };
      };
      const resource = recordedResource((hash) => new URL(assetUrl(flight, hash), window.location.href).href);
      const everyFrame = (callback: () => void) => {
        let handle = requestAnimationFrame(function next() {
          callback();
          handle = requestAnimationFrame(next);
        });
        return () => cancelAnimationFrame(handle);
      };
      const { onSize: _, ...begin } = first.current;
      made = createPlayer({
        ...begin,
        api: source,
        session,
        resource,
        sheet: flightSheets(flight),
        stage,
        everyFrame,
        wait,
        now: () => performance.now(),
      });
      setPlayer(made);
    };
    void start();
    return () => {
      isGone = true;
      made?.destroy();
      setPlayer(undefined);
    };
  }, [source, session, flight, host]);

  useEffect(() => {
    first.current = { ...first.current, plan, onSize };
    player?.setPlan(plan);
  }, [player, plan, onSize]);

  return player;
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
