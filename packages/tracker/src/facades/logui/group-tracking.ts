import type { More } from '../../addons/more.ts';
import { bind } from '../../handlers/binding.ts';
import type { Collector, Surface } from '../../collectors/collector.ts';
import { createDelegation } from '../../handlers/delegation.ts';
import { domEvent } from '../../handlers/dom-event.ts';
import { ELEMENT_VISIBILITY, type Group, type MetadataRequest } from '../../handlers/group.ts';
import type { EventDetails, Handler } from '../../handlers/handler.ts';
import { handlers as builtIn } from '../../handlers/index.ts';
import { listenEverywhere } from '../../page/roots.ts';
import { sourcesOf } from '../../page/sources-of.ts';
import { customSourcer, type CustomSourcer } from '../../sourcers/custom-sourcer.ts';
import { sourcers as builtInSourcers } from '../../sourcers/index.ts';
import { metadataText } from '../../sourcers/metadata-text.ts';
import { metadataOf } from '../../sourcers/metadata-of.ts';

export interface GroupTrackingDeps {
  groups: readonly Group[];
  /** Names of the cookies that may be read. */
  cookies?: readonly string[] | undefined;
  /** Whether a later group takes an element over from an equally specific one. */
  overrideEqual?: boolean | undefined;
  /** The page's own. */
  handlers?: ReadonlyMap<string, Handler>;
  sourcers?: ReadonlyMap<string, CustomSourcer>;
  /** What is in an add-on, where the configuration asks for it and it could be loaded. */
  more: Pick<More, 'sourcers' | 'elementVisibility'> | undefined;
}

/** Interaction events of the groups that a configuration tracks. */
export const groupTracking = ({
  groups,
  cookies = [],
  overrideEqual = true,
  handlers: own = new Map(),
  sourcers: ownSourcers = new Map(),
  more,
}: GroupTrackingDeps): Collector => ({
  collect(surface) {
    const { page, onStop } = surface;
    const sourcers = {
      ...builtInSourcers,
      ...more?.sourcers,
      ...Object.fromEntries([...ownSourcers].map(([name, sourcer]) => [name, customSourcer(sourcer)])),
    };
    const sources = sourcesOf(page, cookies);
    const metadata = (element: Element, requests: readonly MetadataRequest[]) => metadataOf(element, requests, { sourcers, sources });
    const log = logger(surface, metadata);

    const made = new Map<string, Handler>(own);
    const handlerOf = ({ event }: Group): Handler => {
      const handler =
        made.get(event) ??
        (Object.hasOwn(builtIn, event) ? builtIn[event]?.({ after: page.after, metadata }) : undefined) ??
        domEvent(event);
      made.set(event, handler);
      return handler;
    };
    const bindings = groups.filter(({ event }) => event !== ELEMENT_VISIBILITY).map((group) => bind(group, handlerOf(group)));
    const used = new Set(bindings.map(({ handler }) => handler));
    // What the page's own code throws is reported, and keeps nobody else from starting or stopping.
    const each = [...used, ...[...ownSourcers.values()].filter((sourcer) => typeof sourcer !== 'function')];
    for (const part of each) page.guard(() => part.init?.(log))();

    const failed = page.guard((error: unknown) => {
      throw error;
    });
    listenEverywhere(page, createDelegation({ bindings, overrideEqual, log, failed }));
    const watched = groups.filter(({ event }) => event === ELEMENT_VISIBILITY);
    const stopWatching = watched.length > 0 ? more?.elementVisibility(page, watched, log) : undefined;

    onStop(() => {
      stopWatching?.();
      for (const part of each) page.guard(() => part.stop?.())();
    });
  },
});

/** Records an element's event with its group's metadata. */
function logger(
  { page, recorder }: Surface,
  metadata: (element: Element, requests: readonly MetadataRequest[]) => ReturnType<typeof metadataOf>,
) {
  return (element: Element, details: EventDetails, group: Group, event?: Event) => {
    const { type } = details;
    recorder.record({
      type: 'interactionEvent',
      name: typeof type === 'string' && type ? type : group.event,
      details,
      more: metadataText(metadata(element, group.metadata ?? [])),
      // A frame's events are timed by a clock of its own.
      at: element.ownerDocument === page.window.document ? event?.timeStamp : undefined,
      why: { element, group },
    });
  };
}
