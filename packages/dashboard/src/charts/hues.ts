/** Okabe and Ito’s hues, told apart with any colour vision; the darker ones first on light ground, the lighter ones on dark. */
const LIGHT = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#8a7a00', '#4d4d4d'] as const;
const DARK = ['#56b4e9', '#e69f00', '#2fc493', '#e59cc4', '#f0743a', '#8fb8ff', '#f0e442', '#c8c8c8'] as const;

/** One hue for each name, by its place among all names there are, so that a condition looks the same on every page. */
export function huesOf(names: readonly string[], { dark }: { dark: boolean }): (name: string) => string {
  const hues = dark ? DARK : LIGHT;
  const places = new Map(names.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })).map((name, index) => [name, index]));
  return (name) => hues[(places.get(name) ?? 0) % hues.length] ?? hues[0];
}
