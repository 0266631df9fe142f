/** Frameworks' own beginnings of names that are made anew with each build or render. */
const MADE_PREFIX = /^(css|sc|jss|jsx|emotion|svelte|makeStyles|radix|headlessui|mantine|react-select|ember|ng|v|data-v|astro)-[\w-]*\d/i;
/** What a bundler puts behind a class of a module: `card__title__x7G2s`, `_card_1k2j3_12`. */
const MADE_SUFFIX = /(__(?=[\w-]*[A-Z\d])[\w-]{5,8}|_[a-z\d]{5,6}_\d+)$/;
/** Letters and digits in turn, as in a hash: `1q2w3e`, `a9f3c`. */
const MIXED = /^(?=.{5,}$)(\d+[a-z]+[a-z\d]*|[a-z]+\d+[a-z][a-z\d]*)$/i;
/** What tells a state, not a thing. */
const STATE =
  /^(is|has|was)-|^(active|hover|hovered|focus|focused|focus-visible|selected|open|opened|closed|disabled|loading|show|shown|hidden|visible|current|checked|expanded|collapsed|dragging|entering|leaving)$/i;

/** Whether an id or class is likely to be another one after the next build, render or click, so that no selector should lean on it. */
export function isGenerated(name: string): boolean {
  if (MADE_PREFIX.test(name) || MADE_SUFFIX.test(name) || STATE.test(name)) return true;
  if (/[:«»]/.test(name) || /\d{3,}/.test(name) || /^[0-9a-f]{8}-[0-9a-f]{4}/i.test(name)) return true;
  return name.split(/[-_]+/).some((part) => MIXED.test(part));
}
