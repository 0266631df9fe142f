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
import { settled } from './settled.ts';
import type { RecordedMoment } from './recorded-moment.ts';
import { recordedSurface } from './recorded-surface.ts';
import type { Surface } from './surface.ts';

/** Of a page whose window nobody told. */
const WIDTH = 1_280;
const HEIGHT = 800;

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
      const frame = stage.frame();
      // At its own width, as that decides which pictures it has.
      frame.style.width = `${size.width || WIDTH}px`;
      frame.style.height = `${size.height || HEIGHT}px`;
      await settled(frame.contentDocument);
      if (aborter.signal.aborted) return;
      frame.style.pointerEvents = 'none';
      setState({ loading: false });
      onSurface(recordedSurface(frame, { width: size.width || WIDTH, height: size.height || HEIGHT }));
    };
    setState({ loading: true });
    onSurface(undefined);
    show().catch((error: unknown) => {
      if (!aborter.signal.aborted) setState({ loading: false, failure: error instanceof Error ? error.message : String(error) });
    });
    return () => {
      aborter.abort();
      stage.destroy();
      holder.replaceChildren();
    };
  }, [api, flight, session, tab, at, onSurface]);
  return (
    <div className={styles.recorded}>
      <div ref={root} className={state.loading ? styles.unfinished : undefined} />
      {state.loading || state.failure ? (
        <p className={styles.building} role="status">
          {state.failure ? text.heat.failedPage(state.failure) : text.heat.loadingPage}
        </p>
      ) : null}
    </div>
  );
}
