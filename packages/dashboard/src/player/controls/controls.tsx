import { ActionIcon, Menu } from '@mantine/core';
import {
  IconChevronDown,
  IconKeyboard,
  IconLink,
  IconCheck,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconRewindBackward5,
  IconRewindForward5,
} from '@tabler/icons-react';
import { useState } from 'react';
import { text } from '../../text/text.ts';
import { Chip } from '../../ui/chip.tsx';
import { copyText } from '../../ui/copy-text.ts';
import type { Player } from '../player.ts';
import { SPEEDS, type PlayerState } from '../player-state.ts';
import styles from './controls.module.css';
import { Clock } from './clock.tsx';

/** What makes time run, stand or leap. */
export function Controls({ player, state, from, to, live, tabs, linkTo }: ControlsProps) {
  const chosen = tabs.find(({ tab }) => tab === state.chosenTab);
  return (
    <div className={styles.controls} role="toolbar" aria-label={text.player.title}>
      {/* What was pressed before there is a player would be lost. */}
      <fieldset className={styles.all} disabled={!player}>
        <ActionIcon size={28} aria-label={text.player.back} title={text.player.back} onClick={() => player?.seek(player.at() - 5_000)}>
          <IconRewindBackward5 size={18} />
        </ActionIcon>
        <ActionIcon
          size={32}
          variant="filled"
          color="iris"
          radius="xl"
          aria-label={state.playing ? text.player.pause : text.player.play}
          title={state.playing ? text.player.pause : text.player.play}
          onClick={() => (state.playing ? player?.pause() : player?.play())}
        >
          {state.playing ? <IconPlayerPauseFilled size={16} /> : <IconPlayerPlayFilled size={16} />}
        </ActionIcon>
        <ActionIcon
          size={28}
          aria-label={text.player.forward}
          title={text.player.forward}
          onClick={() => player?.seek(player.at() + 5_000)}
        >
          <IconRewindForward5 size={18} />
        </ActionIcon>
        <Clock player={player} from={from} to={to} />
        <Menu position="top-start" width={96}>
          <Menu.Target>
            <button type="button" className={styles.choice} aria-label={`${text.player.speed}: ${text.player.times(state.speed)}`}>
              {text.player.times(state.speed)} <IconChevronDown size={14} aria-hidden />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {SPEEDS.map((speed) => (
              <Menu.Item key={speed} onClick={() => player?.setSpeed(speed)} fw={speed === state.speed ? 600 : undefined}>
                {text.player.times(speed)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <button
          type="button"
          className={styles.choice}
          aria-pressed={state.skipIdle}
          title={text.player.skipIdleMeaning}
          onClick={() => player?.setSkipIdle(!state.skipIdle)}
        >
          <span className={styles.box}>{state.skipIdle ? <IconCheck size={12} aria-hidden /> : null}</span> {text.player.skipIdle}
        </button>
        {tabs.length > 1 ? (
          <Menu position="top-start" width={180}>
            <Menu.Target>
              <button type="button" className={styles.choice} title={text.player.tab}>
                {chosen ? text.timeline.tab(chosen.number) : text.player.seenTab} <IconChevronDown size={14} aria-hidden />
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => player?.chooseTab(undefined)}>{text.player.seenTab}</Menu.Item>
              {tabs.map(({ tab, number }) => (
                <Menu.Item key={tab} onClick={() => player?.chooseTab(tab)}>
                  {text.timeline.tab(number)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        ) : null}
        <span className={styles.end}>
          {live ? (
            <Chip chosen={state.following} title={text.player.goLive} onToggle={(follow) => (follow ? player?.goLive() : player?.pause())}>
              <span className={styles.liveDot} aria-hidden /> {text.player.live}
            </Chip>
          ) : null}
          <LinkButton link={() => linkTo(player?.at() ?? from)} />
          <Menu position="top-end" width={250}>
            <Menu.Target>
              <ActionIcon size={28} aria-label={text.player.keys} title={text.player.keys}>
                <IconKeyboard size={17} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <dl className={styles.keys}>
                {text.player.keyTable.map(([keys, meaning]) => (
                  <div key={keys}>
                    <dt>{keys}</dt>
                    <dd className="quiet">{meaning}</dd>
                  </div>
                ))}
              </dl>
            </Menu.Dropdown>
          </Menu>
        </span>
      </fieldset>
    </div>
  );
}

function LinkButton({ link }: { link: () => string }) {
  const [copied, setCopied] = useState(false);
  const label = copied ? text.copy.copied : text.player.copyLink;
  return (
    <ActionIcon
      size={28}
      aria-label={label}
      title={label}
      onClick={() => {
        void copyText(link()).then(setCopied);
        setTimeout(() => setCopied(false), 2_000);
      }}
    >
      {copied ? <IconCheck size={17} /> : <IconLink size={17} />}
    </ActionIcon>
  );
}

interface ControlsProps {
  player: Player | undefined;
  state: PlayerState;
  from: number;
  to: number;
  live: boolean;
  /** Recorded tabs with the numbers they go by. */
  tabs: readonly { tab: string; number: number }[];
  linkTo: (at: number) => string;
}
