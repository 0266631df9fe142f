import { loadScript } from './load-script.ts';

/** Where an add-on, which is a script of its own, hands itself over to whoever loads it. */
const place = (window: Window) => window as unknown as Record<symbol, ((addOn: unknown) => void) | undefined>;
const key = (name: string) => Symbol.for(`sightline-${name}`);

/** Loads an add-on from the folder of the script that asks for it. */
export const loadAddOn = <AddOn>(window: Window, scripts: string, name: string): Promise<AddOn> =>
  new Promise((resolve, reject) => {
    const url = `${scripts}sightline-${name}.js`;
    place(window)[key(name)] = (addOn) => resolve(addOn as AddOn);
    loadScript(window, url, () => reject(new Error(`${url} could not be loaded`)));
  });

/** Hands an add-on over, where somebody waits for it. */
export const handOver = (window: Window, name: string, addOn: unknown): void => place(window)[key(name)]?.(addOn);
