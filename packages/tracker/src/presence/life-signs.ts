import type { Surface } from '../collectors/collector.ts';
import type { Recorded } from '../recorder/recorder.ts';

/** Puts down what would be lost if the tab died now; `more` is found again with it. */
export const lifeSigns =
  ({
    page,
    session,
    outbox,
    store,
    options: { token },
  }: Pick<Surface, 'session' | 'store' | 'options'> & {
    page: Pick<Surface['page'], 'wall' | 'watch'>;
    outbox: Pick<Surface['outbox'], 'alive'>;
  }) =>
  (events: readonly Recorded[], more?: unknown): void => {
    const tab = outbox.alive();
    if (!tab) return;
    const { id, next, epoch } = tab;
    const own = events.map((event) => ({ ...event, epoch: epoch + event.epoch }));
    page.watch(store.mark(id, { tab: id, session: session.record(), token, at: page.wall(), next, events: own, more }));
  };
