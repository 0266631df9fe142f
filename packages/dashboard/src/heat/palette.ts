export type Rgb = readonly [red: number, green: number, blue: number];

/** Inferno, in ten steps from black to pale yellow. */
const INFERNO: readonly Rgb[] = [
  [0, 0, 4],
  [27, 12, 65],
  [74, 12, 107],
  [120, 28, 109],
  [165, 44, 96],
  [207, 68, 70],
  [237, 105, 37],
  [251, 155, 6],
  [247, 209, 61],
  [252, 255, 164],
];

/** The colour of a share of the most, 0 to 1. */
export function inferno(share: number): Rgb {
  const place = Math.min(1, Math.max(0, share)) * (INFERNO.length - 1);
  const below = INFERNO[Math.floor(place)] ?? INFERNO[0];
  const above = INFERNO[Math.ceil(place)] ?? below;
  const part = place - Math.floor(place);
  const mix = (index: 0 | 1 | 2) => Math.round((below?.[index] ?? 0) + ((above?.[index] ?? 0) - (below?.[index] ?? 0)) * part);
  return [mix(0), mix(1), mix(2)];
}

/** Okabe–Ito blue and vermilion: the first and the second of two groups, wherever they are shown. */
export const GROUP_COLORS: readonly [Rgb, Rgb] = [
  [0, 114, 178],
  [213, 94, 0],
];

/** A colour as style sheets write it. */
export const css = ([red, green, blue]: Rgb, alpha = 1): string => `rgb(${red} ${green} ${blue} / ${alpha})`;

/** Colours of 256 steps as they go into a picture, red, green, blue and alpha. What is under a twentieth of the most is left out. */
export type Ramp = Uint8ClampedArray;

export const STEPS = 256;
const LEAST = 0.05;

/** More heat is lighter and covers more; it begins softly, so that a spot has no edge. */
export const heatRamp = (): Ramp =>
  ramp((share) => [inferno(0.25 + 0.75 * share), share < LEAST ? 0 : 0.9 * Math.min(1, (share - LEAST) * 3)]);

/** For parts of a page, which cover all of it: the page stays readable. */
export const bandRamp = (): Ramp => ramp((share) => [inferno(0.15 + 0.85 * share), 0.5]);

/** From all of the first group over nothing to all of the second. */
export const differenceRamp = (): Ramp =>
  ramp((share) => {
    const size = Math.abs(share - 0.5) * 2;
    return [share < 0.5 ? GROUP_COLORS[0] : GROUP_COLORS[1], size < LEAST ? 0 : 0.9 * Math.min(1, (size - LEAST) * 2)];
  });

function ramp(at: (share: number) => readonly [Rgb, number]): Ramp {
  const colors = new Uint8ClampedArray(STEPS * 4);
  for (let step = 0; step < STEPS; step += 1) {
    const [rgb, alpha] = at(step / (STEPS - 1));
    colors.set([...rgb, Math.round(alpha * 255)], step * 4);
  }
  return colors;
}
