import { Replayer } from '@rrweb/replay';
import { assetUrl } from '@sightline/client';
import { useEffect, useRef, useState } from 'react';
import { useApi } from '../api-context.ts';
import { flightSheets } from '../player/recording/flight-sheets.ts';
import { recordedResource } from '../player/safe/resource.ts';
import { createStage } from '../player/stage/stage.ts';
import { text } from '../text/text.ts';
import styles from './heat.module.css';
import { readMoment } from './read-moment.ts';
import type { RecordedMoment } from './recorded-moment.ts';
import { recordedSurface } from './recorded-surface.ts';
import type { Surface } from './surface.ts';

/** Style sheets and fonts are there a moment after the page: places are taken when they are. */
const SETTLED_MS = 400;

/** A page as it was recorded, at its full height, in a frame without scripts. */
export function RecordedPage({ moment, onSurface }: { moment: RecordedMoment; onSurface: (surface: Surface | undefined) => void }) {
  const api = useApi();
  const root = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<{ loading: boolean; failure?: string }>({ loading: true });
  const { flight, session, tab, at } = moment;
  useEffect(() => {
    const holder = root.current;
    if (!holder) return;
    const aborter = new AbortController();
    const size = { width: 0, height: 0 };
    const stage = createStage({
      Replayer,
      root: holder,
      assets: new URL('/api/v1/assets/', location.href).href,
      still: true,
      onSize: (next) => Object.assign(size, next),
    });
    let settled: ReturnType<typeof setTimeout> | undefined;
    const show = async () => {
      const resource = recordedResource((hash) => new URL(assetUrl(flight, hash), location.href).href);
      const { time, events } = await readMoment(
        api,
        { flight, session, tab, at },
        { resource, sheet: flightSheets(flight) },
        aborter.signal,
      );
      if (aborter.signal.aborted) return;
      await stage.append(events);
      stage.show(time);
      settled = setTimeout(() => {
        const frame = stage.frame();
        frame.style.pointerEvents = 'none';
        setState({ loading: false });
        onSurface(recordedSurface(frame, { width: size.width || 1_280, height: size.height || 800 }));
      }, SETTLED_MS);
    };
    setState({ loading: true });
    onSurface(undefined);
    show().catch((error: unknown) => {
      if (!aborter.signal.aborted) setState({ loading: false, failure: error instanceof Error ? error.message : String(error) });
    });
    return () => {
      aborter.abort();
      clearTimeout(settled);
      stage.destroy();
      holder.replaceChildren();
    };
  }, [api, flight, session, tab, at, onSurface]);
  return (
    <div className={styles.recorded}>
      <div ref={root} />
      {state.loading || state.failure ? (
        <p className={styles.building} role="status">
          {state.failure ? text.heat.failedPage(state.failure) : text.heat.loadingPage}
        </p>
      ) : null}
    </div>
  );
}
