import { glazes } from './catalogue.js';

/** A pot as the inside of an SVG, standing on `floor` around `x`, `scale` times its natural size. */
export function pot(item, { x, floor, scale = 1, glaze = item.glaze }) {
  const [body, shadow, light] = glazes[glaze];
  const height = (item.low ? 78 : 190) * scale;
  const half = item.shape.map((width) => width * scale * (item.low ? 1.35 : 1));
  const step = height / (half.length - 1);
  const right = half.map((width, at) => [x + width, floor - at * step]);
  const left = half.map((width, at) => [x - width, floor - at * step]).toReversed();
  const lip = half[half.length - 1];
  const top = floor - height;
  const outline = `M${x - half[0]},${floor} L${right[0]} ${curve(right)} L${left[0]} ${curve(left)} Z`;
  const name = `${item.id}-${glaze}-${Math.round(x)}-${Math.round(scale * 100)}`;
  const handle = item.handle
    ? `<path d="M${x + half[half.length - 2] * 0.9},${top + height * 0.2} c${46 * scale},${-14 * scale} ${46 * scale},${height * 0.5} ${2 * scale},${height * 0.48}" fill="none" stroke="${shadow}" stroke-width="${9 * scale}" stroke-linecap="round"/>`
    : '';
  return `
    <ellipse cx="${x + 14 * scale}" cy="${floor}" rx="${Math.max(...half) * 1.1}" ry="${8 * scale}" fill="#000" opacity=".13"/>
    ${handle}
    <defs>
      <linearGradient id="${name}"><stop offset="0" stop-color="${light}"/><stop offset=".42" stop-color="${body}"/><stop offset="1" stop-color="${shadow}"/></linearGradient>
      <clipPath id="${name}-clip"><path d="${outline}"/></clipPath>
    </defs>
    <path d="${outline}" fill="url(#${name})"/>
    <g clip-path="url(#${name}-clip)">
      <rect x="${x - 120 * scale}" y="${floor - height * 0.2}" width="${240 * scale}" height="${height * 0.3}" fill="#6b4a33" opacity=".2"/>
      ${speckles(item, x, floor, height, scale, shadow)}
    </g>
    <ellipse cx="${x}" cy="${top}" rx="${lip}" ry="${Math.max(3, lip * 0.17)}" fill="${shadow}"/>
    <ellipse cx="${x}" cy="${top + 1.2 * scale}" rx="${lip * 0.9}" ry="${Math.max(2, lip * 0.12)}" fill="#1d130c" opacity=".45"/>`;
}

/** A picture of one pot. */
export const picture = (item, glaze) =>
  `<svg viewBox="0 0 260 300" preserveAspectRatio="xMidYMax slice" role="img" aria-label="${item.name}, ${item.kind.toLowerCase()}">${wall(260, 300, 236)}${pot(item, { x: 130, floor: 246, scale: item.low ? 1.15 : 1, glaze })}</svg>`;

/** The wall and the board that everything stands on. */
export const wall = (width, height, floor) =>
  `<rect x="0" y="${floor}" width="${width}" height="${height - floor}" fill="#7a5c42" opacity=".16"/><rect x="0" y="${floor}" width="${width}" height="1.5" fill="#7a5c42" opacity=".22"/>`;

/** A smooth line through the points (Catmull–Rom as cubic curves). */
function curve(points) {
  const at = (index) => points[Math.max(0, Math.min(points.length - 1, index))];
  return points
    .slice(1)
    .map(([x, y], index) => {
      const [[beforeX, beforeY], [fromX, fromY], [afterX, afterY]] = [at(index - 1), at(index), at(index + 2)];
      return `C${fromX + (x - beforeX) / 6},${fromY + (y - beforeY) / 6} ${x - (afterX - fromX) / 6},${y - (afterY - fromY) / 6} ${x},${y}`;
    })
    .join(' ');
}

/** The same speckles each time, from the name. */
function speckles(item, x, floor, height, scale, colour) {
  let seed = [...item.id].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 2_147_483_647;
  const next = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: 46 }, () => {
    const size = (0.5 + next() * 1.1) * scale;
    return `<circle cx="${(x + (next() - 0.5) * 130 * scale).toFixed(1)}" cy="${(floor - next() * height).toFixed(1)}" r="${size.toFixed(2)}" fill="${colour}" opacity=".5"/>`;
  }).join('');
}
