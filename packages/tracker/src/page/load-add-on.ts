/** A script that hands its add-on over to whoever loads it. */
interface AddOnScript extends HTMLScriptElement {
  handOver?(addOn: unknown): void;
}

/** Loads an add-on from the folder of the script that asks for it. */
export const loadAddOn = <AddOn>({ document }: Window, scripts: string, name: string): Promise<AddOn> =>
  new Promise((resolve, reject) => {
    const src = `${scripts}sightline-${name}.js`;
    // A policy that knows scripts by a nonce lets ours in by the page's own.
    const { nonce = '' } = document.querySelector<HTMLScriptElement>('script[nonce]') ?? {};
    const onerror = () => reject(new Error(`no ${src}`));
    document.head.append(Object.assign(document.createElement('script'), { src, nonce, handOver: resolve, onerror }));
  });

/** Hands an add-on over, where somebody waits for it. */
export const handOver = (window: Window, addOn: unknown): void => (window.document.currentScript as AddOnScript | null)?.handOver?.(addOn);
