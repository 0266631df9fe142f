import { eventRows, type FileEvent } from './event-rows.ts';
import { filePlayer, type PlayerState } from './file-player.ts';

const SPEEDS = [0.5, 1, 2, 4, 8, 16];
const STEP_MS = 5_000;
/** An event is shown from a little before it. */
const BEFORE_MS = 1_000;

const byId = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`replay file: expected an element #${id}, found none`);
  return element;
};

function start(): void {
  const stage = byId('stage');
  const frame = byId('frame');
  const toggle = byId('toggle') as HTMLButtonElement;
  const bar = byId('bar') as HTMLInputElement;
  const tabs = byId('tabs') as HTMLSelectElement;
  const speed = byId('speed') as HTMLSelectElement;
  const fit = (size: { width: number; height: number }) => {
    const scale = Math.min(1, stage.clientWidth / size.width, stage.clientHeight / size.height);
    frame.style.cssText = `width:${size.width}px;height:${size.height}px;transform:scale(${scale})`;
  };
  let size = { width: 1_024, height: 768 };
  const onSize = (next: typeof size) => fit((size = next));

  const player = filePlayer({
    document,
    root: frame,
    still: matchMedia('(prefers-reduced-motion: reduce)').matches,
    nextFrame: (run) => requestAnimationFrame(run),
    onSize,
    onChange: (state) => show(state),
  });
  if (player === undefined) {
    byId('empty').hidden = false;
    return;
  }
  const begin = Math.min(...player.tabs.map(({ at }) => at));
  const end = Math.max(...player.tabs.map(({ until }) => until));
  const clock = (at: number) => {
    const seconds = Math.max(0, Math.floor((at - begin) / 1_000));
    const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
    return `${hours > 0 ? `${hours}:` : ''}${String(minutes).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
  };
  const tabAt = (at: number, wanted?: string) =>
    player.tabs.find(({ tab }) => tab === wanted)?.tab ?? player.tabs.findLast((tab) => tab.at <= at && at <= tab.until)?.tab ?? tabs.value;
  const go = (at: number, tab?: string) => void player.seek(at, tabAt(at, tab));
  const events = JSON.parse(byId('events').textContent) as FileEvent[];
  const rows = eventRows({ list: byId('list'), events, clock, onPick: ({ at, tab }) => go(at - BEFORE_MS, tab) });

  bar.min = String(begin);
  bar.max = String(end);
  player.tabs.forEach(({ tab, at }, index) => tabs.add(new Option(`Tab ${index + 1}, from ${clock(at)}`, tab)));
  byId('tabs-label').hidden = player.tabs.length < 2;
  for (const each of SPEEDS) speed.add(new Option(`${each}×`, String(each), each === 1, each === 1));

  function show({ at, tab, isPlaying }: PlayerState) {
    bar.value = String(at);
    bar.setAttribute('aria-valuetext', clock(at));
    byId('clock').textContent = `${clock(at)} / ${clock(end)}`;
    toggle.textContent = isPlaying ? 'Pause' : 'Play';
    tabs.value = tab;
    rows.follow(at);
  }
  toggle.addEventListener('click', () => player.toggle());
  bar.addEventListener('input', () => go(Number(bar.value)));
  speed.addEventListener('change', () => player.setSpeed(Number(speed.value)));
  tabs.addEventListener('change', () => void player.seek(Number(bar.value), tabs.value));
  addEventListener('resize', () => fit(size));
  addEventListener('keydown', (event) => {
    if (event.target instanceof HTMLElement && /^(?:INPUT|SELECT|BUTTON)$/.test(event.target.tagName)) return;
    if (event.key === ' ') player.toggle();
    else if (event.key === 'ArrowLeft') go(Number(bar.value) - STEP_MS, tabs.value);
    else if (event.key === 'ArrowRight') go(Number(bar.value) + STEP_MS, tabs.value);
    else return;
    event.preventDefault();
  });
  go(begin);
}

start();
