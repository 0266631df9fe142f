import { packing, type Packing } from './packing.ts';

/** Packs outside the page's main thread where the page lets it. */
export interface Packer extends Packing {
  end(): void;
}

type Asked = { [Name in keyof Packing]: [name: Name, given: Parameters<Packing[Name]>] }[keyof Packing];

/** A worker that does not begin within this is held up by a policy that tells nobody. */
const BEGINS_WITHIN_MS = 5_000;

/** A packer in a worker of its own; on the main thread where the page's policy forbids workers, or the worker dies. */
export function createPacker(window: Window & typeof globalThis): Packer {
  const here = packing();
  const open = new Map<number, { asked: Asked; settle: (value: unknown) => void; fail: (reason: unknown) => void }>();
  let number = 0;
  let alive = false;
  let worker = start();

  function start(): Worker | undefined {
    try {
      const text = `const packing=(${packing.toString()})();postMessage(0);onmessage=async({data:[number,name,given]})=>{try{postMessage([number,await packing[name](...given)])}catch(error){postMessage([number,,String(error)])}}`;
      const url = window.URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
      const made = new window.Worker(url);
      made.addEventListener('message', ({ data }: MessageEvent<[number, unknown, string?] | 0>) => {
        if (!alive) window.URL.revokeObjectURL(url);
        alive = true;
        if (data !== 0) settle(...data);
      });
      made.addEventListener('error', fall);
      window.setTimeout(() => alive || fall(), BEGINS_WITHIN_MS);
      return made;
    } catch {
      // Some browsers throw where a policy forbids it, others tell later.
      return undefined;
    }
  }

  function settle(at: number, value: unknown, problem?: string): void {
    const one = open.get(at);
    open.delete(at);
    if (problem === undefined) one?.settle(value);
    else one?.fail(new Error(problem));
  }

  /** Goes on without the worker, with what it had been asked too. */
  function fall(): void {
    worker?.terminate();
    worker = undefined;
    for (const { asked, settle: done, fail } of open.values()) void (async () => done(await doHere(asked)))().catch(fail);
    open.clear();
  }

  const doHere = async ([name, given]: Asked): Promise<unknown> => (here[name] as (...all: typeof given) => Promise<unknown>)(...given);

  const ask = <Name extends keyof Packing>(name: Name): Packing[Name] =>
    ((...given: Parameters<Packing[Name]>) => {
      const asked = [name, given] as Asked;
      if (!worker) return doHere(asked);
      const target = worker;
      return new Promise((resolve, reject) => {
        number += 1;
        open.set(number, { asked, settle: resolve, fail: reject });
        // A picture is too large to be copied.
        target.postMessage([number, name, given], given.filter(isTransferable));
      });
    }) as Packing[Name];

  return {
    gzip: ask('gzip'),
    text: ask('text'),
    file: ask('file'),
    picture: ask('picture'),
    end() {
      fall();
    },
  };
}

const isTransferable = (given: unknown): given is ImageBitmap => Object(given) === given;
