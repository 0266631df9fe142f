import type { RecordingManifest, SessionDetail } from '@sightline/protocol';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { Controls } from '../../player/controls/controls.tsx';
import { withNotes } from '../../player/moments/with-notes.ts';
import { useNotes } from '../../player/notes/use-notes.ts';
import type { PartSource } from '../../player/recording/kept-parts.ts';
import { StageView } from '../../player/view/stage-view.tsx';
import { useCurrentEvent } from '../../player/view/use-current-event.ts';
import { usePlan } from '../../player/view/use-plan.ts';
import { usePlayer } from '../../player/view/use-player.ts';
import { usePlayerKeys } from '../../player/view/use-player-keys.ts';
import { usePlayerState } from '../../player/view/use-player-state.ts';
import { useShownPage } from '../../player/view/use-shown-page.ts';
import { countMissing } from '../../session/count-missing.ts';
import { nextPlace, placesOf } from '../../player/moments/places-of.ts';
import { useMoments } from '../../player/moments/use-moments.ts';
import { SessionEvents } from '../../session/session-events.tsx';
import { SessionHeader } from '../../session/session-header.tsx';
import { SessionMetrics } from '../../session/session-metrics.tsx';
import type { SessionPanel } from '../../session/session-search.ts';
import { SessionSide } from './session-side.tsx';
import { useTabNumbers } from '../../session/use-tab-numbers.ts';
import { LEAD_MS } from '../../timeline/seek-slider.tsx';
import { TimelineRoom } from '../../timeline/timeline-room.tsx';
import { Timeline } from '../../timeline/timeline.tsx';
import page from './page.module.css';
import styles from './replayed-session.module.css';
import type { SessionGiven } from './session-given.ts';
import { useAddressedMoment } from './use-addressed-moment.ts';
import { useChosenEvent } from './use-chosen-event.ts';

const route = getRouteApi('/app/sessions/$id');

/** A session with its recording: the page as it was, and one playhead through everything that is known beside it. */
export function ReplayedSession({ detail, feed, found, search, onFilter, manifest, source }: ReplayedSessionProps) {
  const { session, flight } = manifest;
  const { events } = feed;
  // The picture is what people came for: what stands around it is put there right after.
  const isSurrounded = useDeferredValue(true, false);
  const recordedFrom = Math.min(...manifest.tabs.map(({ at }) => at));
  const recordedTo = Math.max(...manifest.tabs.map(({ until }) => until));
  const from = Math.floor(Math.min(manifest.startedAt, events[0]?.at ?? Infinity, recordedFrom));
  const to = Math.ceil(Math.max(detail?.session.lastAt ?? 0, events.at(-1)?.at ?? 0, recordedTo, from + 1_000));

  const host = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLTextAreaElement>(null);
  const [size, setSize] = useState<{ width: number; height: number }>();
  const plan = usePlan(manifest, events, from, to);
  const player = usePlayer({
    session,
    flight,
    source,
    plan,
    at: search.t === undefined ? recordedFrom : from + search.t,
    tab: search.tab,
    host,
    onSize: setSize,
  });
  const state = usePlayerState(player);
  const tabNumbers = useTabNumbers(events);
  const navigate = route.useNavigate();
  const setPanel = useCallback(
    (panel: SessionPanel) => void navigate({ search: (before) => ({ ...before, panel }), replace: true }),
    [navigate],
  );
  useAddressedMoment({ player, from, chosenTab: state.chosenTab, playing: state.playing });

  const notes = useNotes(session);
  const happened = useMoments(events, detail);
  const moments = useMemo(() => withNotes(happened, notes.notes), [happened, notes.notes]);

  const current = useCurrentEvent(player, found.shown);
  const { selected, choose } = useChosenEvent(current, player);
  const recordedTab = manifest.tabs.find(({ tab }) => tab === state.tab);
  const { address, title } = useShownPage(player, events, recordedTab);
  const onNote = useCallback(() => {
    setPanel('notes');
    requestAnimationFrame(() => words.current?.focus());
  }, [setPanel]);
  usePlayerKeys({ player, events, from, to, onNote });

  const lanes = Math.max(detail?.session.tabs ?? 0, tabNumbers.size, manifest.tabs.length);
  const tabs = manifest.tabs.map(({ tab }, index) => ({ tab, number: tabNumbers.get(tab) ?? tabNumbers.size + index + 1 }));
  const linkTo = (moment: number) => {
    const url = new URL(window.location.href);
    url.searchParams.set('t', String(Math.round(moment - from)));
    if (state.tab !== undefined && manifest.tabs.length > 1) url.searchParams.set('tab', state.tab);
    return url.href;
  };

  const onGo = (figure: string) => {
    const places = placesOf(figure, events, moments);
    if (!player || places.length === 0) return undefined;
    return () => player.seek((nextPlace(places, player.at() + LEAD_MS + 1) ?? from) - LEAD_MS);
  };

  return (
    <div className={page.page}>
      {detail ? <SessionHeader detail={detail} /> : <div className={page.skeleton} style={{ height: 32, width: 320 }} />}
      <div className={styles.replayed}>
        <div className={styles.left}>
          <div className={styles.screen}>
            <StageView
              player={player}
              state={state}
              host={host}
              size={size}
              address={address}
              title={title}
              missing={manifest.tabs.reduce((sum, tab) => sum + countMissing(tab.missing) + tab.refused, 0)}
            />
            <Controls player={player} state={state} from={from} to={to} live={manifest.live} tabs={tabs} linkTo={linkTo} />
          </div>
          {isSurrounded ? (
            <Timeline
              events={events}
              from={from}
              to={to}
              selected={undefined}
              onSelect={choose}
              tabs={lanes}
              replay={{ player, recorded: plan.lanes, moments, tab: state.tab }}
            />
          ) : (
            <TimelineRoom tabs={lanes} />
          )}
        </div>
        {isSurrounded ? (
          <SessionSide
            detail={detail}
            tabNumbers={tabNumbers}
            panel={search.panel ?? 'events'}
            onPanel={setPanel}
            notes={{ used: notes, from, at: from, player, tab: state.tab, onGo: (moment) => player?.seek(moment), words }}
            events={
              <SessionEvents
                feed={feed}
                stored={detail?.completeness.stored ?? 0}
                filter={search}
                found={found}
                onFilter={onFilter}
                from={from}
                tabNumbers={tabNumbers}
                selected={selected}
                onSelect={choose}
                followed
              />
            }
          />
        ) : (
          <aside className={page.skeleton} />
        )}
      </div>
      {detail ? <SessionMetrics detail={detail} onGo={onGo} /> : <div className={page.skeleton} style={{ height: 60 }} />}
    </div>
  );
}

interface ReplayedSessionProps extends SessionGiven {
  /** Absent while it is on its way. */
  detail: SessionDetail | undefined;
  manifest: RecordingManifest;
  /** Where the recording's parts come from. */
  source: PartSource;
}
