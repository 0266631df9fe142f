import { useElementSize } from '@mantine/hooks';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconPlayerPlayFilled } from '@tabler/icons-react';
import type { CSSProperties, RefObject } from 'react';
import { text } from '../../text/text.ts';
import type { Player } from '../player.ts';
import type { PlayerState } from '../player-state.ts';
import styles from './stage-view.module.css';

/** The recorded page, scaled to the room there is, under the address it had. Its place keeps its size whatever is shown in it. */
export function StageView({ player, state, host, size, address, title, missing }: StageViewProps) {
  const { ref, width, height } = useElementSize();
  const scale = size && width > 0 ? Math.min(width / size.width, height / size.height, 1) : 0;
  const toggle = () => (state.playing ? player?.pause() : player?.play());
  return (
    <section className={styles.stage} aria-label={text.player.title} aria-busy={state.loading}>
      <p className={styles.address} title={address}>
        <strong className="cut">{title}</strong>
        <span className="cut quiet">{address || text.player.noAddress}</span>
        {size ? <span className={styles.size}>{text.player.size(size.width, size.height)}</span> : null}
      </p>
      <div ref={ref} className={styles.room}>
        <div
          className={styles.page}
          style={
            {
              width: (size?.width ?? 0) * scale,
              height: (size?.height ?? 0) * scale,
              '--scale': scale,
              '--unscale': scale > 0 ? 1 / scale : 1,
            } as CSSProperties
          }
        >
          <div ref={host} className={styles.host} />
        </div>
        {state.failure === undefined ? (
          <button
            type="button"
            className={styles.cover}
            disabled={!player}
            aria-label={state.playing ? text.player.pause : text.player.play}
            tabIndex={-1}
            onClick={toggle}
          >
            {state.started || state.loading ? null : <IconPlayerPlayFilled className={styles.big} size={28} aria-hidden />}
          </button>
        ) : (
          <div className={styles.failure} role="alert">
            <IconAlertTriangle size={20} aria-hidden />
            <strong>{text.player.failed}</strong>
            <p className="quiet">{state.failure}</p>
            <Button variant="default" onClick={() => player?.seek(player.at())}>
              {text.player.retry}
            </Button>
          </div>
        )}
        <span className={styles.loading} data-on={state.loading} role="status">
          {state.loading ? text.player.loading : ''}
        </span>
      </div>
      {missing > 0 ? (
        <p className={styles.missing}>
          <IconAlertTriangle size={14} aria-hidden /> {text.player.missing(missing)}
        </p>
      ) : null}
    </section>
  );
}

interface StageViewProps {
  player: Player | undefined;
  state: PlayerState;
  host: RefObject<HTMLDivElement | null>;
  size: { width: number; height: number } | undefined;
  address: string;
  title: string;
  /** Parts of the recording that never arrived. */
  missing: number;
}
