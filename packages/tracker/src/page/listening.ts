/** Listeners and timers that end together and never throw into the page. */
export interface Listening {
  /** Listens in the capture phase, passively, until the tracker stops. */
  on<Type extends keyof WindowEventMap>(type: Type, listener: (event: WindowEventMap[Type]) => void, target?: EventTarget): void;
  /** Runs the task once after a while; the answer cancels it. */
  after(ms: number, task: () => void): () => void;
  /** The same function, with anything it throws reported instead. */
  guard<Given extends unknown[]>(task: (...given: Given) => void): (...given: Given) => void;
  /** Lets work go on by itself, with a failure reported. */
  watch(work: Promise<unknown>): void;
  /** Time of the main thread that went into what is guarded, in milliseconds. */
  spentMs(): number;
  /** Ends every listener. */
  end(): void;
}

/** Ties listeners and timers to one signal, and reports what they throw. */
export function createListening(window: Window, report: (error: unknown) => void): Listening {
  const controller = new AbortController();
  const { signal } = controller;
  let spent = 0;
  let depth = 0;

  const guard: Listening['guard'] =
    (task) =>
    (...given) => {
      const began = depth === 0 ? window.performance.now() : 0;
      depth += 1;
      try {
        if (!signal.aborted) task(...given);
      } catch (error) {
        report(error);
      } finally {
        depth -= 1;
        if (depth === 0) spent += window.performance.now() - began;
      }
    };

  return {
    on(type, listener, target = window) {
      target.addEventListener(type, guard(listener) as EventListener, { capture: true, passive: true, signal });
    },
    after(ms, task) {
      const timer = window.setTimeout(guard(task), ms);
      return () => window.clearTimeout(timer);
    },
    guard,
    watch: (work) => void work.catch(report),
    spentMs: () => spent,
    end: () => controller.abort(),
  };
}
