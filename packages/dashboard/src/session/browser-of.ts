// Order matters: most agents claim to be several browsers, and the one that came last added its own name.
const BROWSERS: [name: string, pattern: RegExp][] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\/(\d+)/],
  ['Opera', /\bOPR\/(\d+)/],
  ['Samsung Internet', /\bSamsungBrowser\/(\d+)/],
  ['Firefox', /\b(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /\b(?:HeadlessChrome|Chrome|CriOS)\/(\d+)/],
  ['Safari', /\bVersion\/(\d+).*\bSafari\//],
];

const SYSTEMS: [name: string, pattern: RegExp][] = [
  ['iOS', /\b(?:iPhone|iPad|iPod)\b/],
  ['Android', /\bAndroid\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b|\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
];

/** Browser and system of a user agent string, as far as it tells; an agent that is no browser keeps its first word. */
export function browserOf(agent: string): { browser: string; system: string; short: string } {
  const known = BROWSERS.map(([name, pattern]) => ({ name, version: pattern.exec(agent)?.[1] })).find(
    ({ version }) => version !== undefined,
  );
  const browser = known ? `${known.name} ${known.version}` : (agent.split(/[\s/]/, 1)[0] ?? '');
  const system = SYSTEMS.find(([, pattern]) => pattern.test(agent))?.[0] ?? '';
  return { browser, system, short: [browser, system].filter(Boolean).join(' · ') || '–' };
}
