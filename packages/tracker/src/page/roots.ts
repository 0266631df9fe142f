import type { Page } from './page.ts';

/**
 * Listens in the whole page: its document, open shadow roots as the visitor comes to them, and documents of frames that the page
 * may read, later ones included. Each event is heard once; `event.view` tells where it happened.
 */
export function listenEverywhere({ on, window }: Pick<Page, 'on' | 'window'>, listeners: Map<string, (event: Event) => void>): void {
  const known = new WeakSet<Node>();
  const heard = new WeakSet<Event>();

  const listen = (type: string, run: (event: Event) => void, root: Node) => {
    const once = (event: Event) => {
      // Inside a shadow root an event may be heard there and, before, at the document.
      if (!heard.has(event)) run(event);
      heard.add(event);
    };
    on(type as keyof WindowEventMap, once, root);
  };

  const attach = (root: Document | ShadowRoot) => {
    known.add(root);
    for (const [type, run] of listeners) listen(type, run, root);
    for (const type of ['pointerover', 'focusin', 'pointerdown'] as const) on(type, discover, root);
    // Frames tell of each document they have loaded, to the document they are in.
    on('load', ({ target }) => enter(target), root);
    root.querySelectorAll('iframe,frame').forEach(enter);
  };

  const discover = (event: Event) => {
    // What happens in a shadow root is told to those outside as its host's.
    if (!(event.target as Partial<Element> | null)?.shadowRoot) return;
    for (const node of event.composedPath()) {
      const root = node as ShadowRoot;
      if (root.nodeType === 11 && !known.has(root)) attach(root);
    }
  };

  const enter = (frame: EventTarget | null) => {
    try {
      const inner = (frame as HTMLIFrameElement | null)?.contentDocument;
      // `document.open` takes the listeners away and keeps the document; it is loaded anew then, and `heard` keeps it to once.
      if (inner) attach(inner);
    } catch {
      // A frame of another origin; old engines throw instead of answering null.
    }
  };

  attach(window.document);
  let shadow = window.document.activeElement?.shadowRoot;
  for (; shadow; shadow = shadow.activeElement?.shadowRoot) attach(shadow);
}
