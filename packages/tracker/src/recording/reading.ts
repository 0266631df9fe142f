import type { RecordingSettings } from '@sightline/protocol';
import type { eventWithTime } from '@rrweb/types';
import { keepDrawings } from '../page/keep-drawings.ts';
import { loadedAddresses } from '../page/loaded-addresses.ts';
import type { Packer } from '../page/packer.ts';
import type { Page } from '../page/page.ts';
import { isPrivate } from '../privacy/is-private.ts';
import { createAssets, type Assets, type AssetsDeps } from './assets.ts';
import { createBroughtAlong } from './brought-along.ts';
import { createCleaner, type Cleaner } from './cleaner.ts';
import { closestComposed } from './closest-composed.ts';
import { createPictures } from './pictures.ts';
import { createPopovers } from './popovers.ts';
import { idOf, nodeOf } from './rrweb.ts';
import { createSecrets } from './secrets.ts';
import { createSetFields } from './set-fields.ts';
import type { Stopwatch } from './stopwatch.ts';

export interface ReadingDeps {
  page: Page;
  settings: RecordingSettings;
  packer: Packer;
  stopwatch: Stopwatch;
  /** Files that are on their way. */
  sent: Pick<AssetsDeps, 'has' | 'send'>;
  picturesEveryMs(): number;
  /** Takes what rrweb does not tell by itself. */
  take(event: eventWithTime): void;
}

/** What of a page goes into its recording: nothing private, and all that it takes to show it. */
export interface Reading {
  cleaner: Cleaner;
  /** Selector of what is recorded as its size alone. */
  unseen: string;
  counts: Assets['counts'];
  /** Files got lost: what refers to any is made anew. */
  forget(): void;
  stop(): void;
}

/** Reads the page for its recorder. */
export function createReading({ page, settings, packer, stopwatch, sent, picturesEveryMs, take }: ReadingDeps): Reading {
  const { window, wall, after, guard } = page;
  const forgetDrawings = settings.canvas ? keepDrawings(window) : undefined;
  const secrets = createSecrets({ isPrivate });
  const assets = createAssets({ pack: packer, ...sent });
  const loaded = loadedAddresses(window, (url) => brought.loaded(url));
  const brought = createBroughtAlong({
    settings,
    assets,
    change: take,
    isThere: (id) => nodeOf(id) !== null,
    onceLoaded: (element, run) => element.addEventListener('load', guard(run), { once: true }),
    pictureOf: async (image) => packer.picture(await window.createImageBitmap(image)),
    hasLoaded: loaded.has,
    base: () => window.document.baseURI,
    wall,
    after,
  });
  /** A frame of another origin hands everything to the page around it, which brings along what it can. */
  const isHandedOn = page.framed && settings.crossOriginFrames;
  const blocked = ['[data-sightline-private]', ...settings.block].join();
  const unseen = `.rr-block,${blocked}`;
  // As rrweb hands on what it records itself.
  const change = isHandedOn
    ? (event: eventWithTime) => window.parent.postMessage({ type: 'rrweb', event, origin: window.location.origin }, '*')
    : take;
  const pictures = createPictures({
    packer,
    everyMs: picturesEveryMs,
    drawn: (task) => window.requestAnimationFrame(guard(stopwatch.timed(task))),
    bitmapOf: (canvas) => window.createImageBitmap(canvas),
    isShown: (canvas) => !closestComposed(canvas, unseen),
    change,
    wall,
    after,
  });
  const fields = createSetFields(window);
  const popovers = createPopovers({ idOf, change, wall });
  const cleaner = createCleaner({
    nodeOf,
    secrets,
    settings,
    blocked,
    seen(id, tagName, attributes, element) {
      if (!isHandedOn) brought.seen(id, tagName, attributes, element);
      if (!element) return;
      if (tagName === 'input' || tagName === 'textarea') fields.seen(element);
      if (attributes.popover !== undefined) popovers.seen(attributes, element as HTMLElement);
      if (settings.canvas && tagName === 'canvas') pictures.seen(id, element as HTMLCanvasElement);
    },
  });
  // Also where rrweb does not look: inside what is blocked or ignored.
  for (const type of ['input', 'change', 'focusin'] as const) {
    page.on(type, (event) => {
      const [target] = event.composedPath();
      const element = target as Element | undefined;
      const edited = element?.nodeType === 1 ? element : undefined;
      if (edited) stopwatch.timed(secrets.learn)(editedPart(edited));
    });
  }
  page.on('toggle', ({ target }) => popovers.toggled(target as HTMLElement));
  page.on('reset', ({ target }) => fields.reset(target as Partial<HTMLFormElement>));

  return {
    cleaner,
    unseen,
    counts: assets.counts,
    forget: brought.forget,
    stop() {
      forgetDrawings?.();
      pictures.stop();
      loaded.stop();
    },
  };
}

/** The editable element as a whole, where something in it is edited. */
const editedPart = (element: Element): Element => element.closest('[contenteditable]:not([contenteditable="false" i])') ?? element;
