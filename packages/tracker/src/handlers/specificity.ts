/** How specific a selector is, as CSS counts: ids, then classes, attributes and pseudo-classes, then tags and pseudo-elements. */
export type Specificity = readonly [number, number, number];

/** A function with nothing but plain selectors in its brackets. */
const FUNCTION = /::?([\w-]+)\(([^()]*)\)/;

/** The specificity of one complex selector, without commas outside of brackets. */
export function specificity(selector: string): Specificity {
  let plain = masked(selector).replaceAll(/\[[^\]]*\]/g, '.x');
  // From the inside out, each function gives way to a selector that counts as much.
  for (let found = FUNCTION.exec(plain); found; found = FUNCTION.exec(plain)) {
    const [whole, name = '', inner = ''] = found;
    plain = plain.replace(whole, ofFunction(name.toLowerCase(), inner));
  }
  const count = (kind: RegExp) => {
    const found = plain.match(kind)?.length ?? 0;
    plain = plain.replaceAll(kind, '');
    return found;
  };
  const elements = count(/::[\w-]+|:(before|after|first-line|first-letter)\b/gi);
  return [count(/#[^\s.#:>+~*|]+/g), count(/[.:][^\s.#:>+~*|]+/g), elements + count(/[a-z_\u0080-\uffff][^\s>+~*|]*(?!\|)/gi)];
}

/** Whether the first is more (1), less (-1) or equally (0) specific. */
export function compareSpecificity(one: Specificity, other: Specificity): number {
  return Math.sign(one[0] - other[0] || one[1] - other[1] || one[2] - other[2]);
}

/** The selectors of a list, cut at the commas outside of brackets and strings. */
export function selectorsOf(list: string): string[] {
  const found: string[] = [];
  let start = 0;
  let depth = 0;
  const signs = `${masked(list)},`;
  for (let index = 0; index < signs.length; index += 1) {
    const letter = signs.charAt(index);
    if (/[([]/.test(letter)) depth += 1;
    if (/[)\]]/.test(letter)) depth -= 1;
    if (letter !== ',' || depth > 0) continue;
    found.push(list.slice(start, index).trim());
    start = index + 1;
  }
  return found;
}

/** The same selector, as long, with letters in the place of strings and escapes, whose signs mean nothing. */
const masked = (selector: string): string =>
  selector.replaceAll(/\\.|"(?:\\.|[^"])*"|'(?:\\.|[^'])*'/gs, (hidden) => 'x'.repeat(hidden.length));

/** Functions count as their most specific argument, `:where()` as nothing, `:nth-child(… of S)` as a pseudo-class and S. */
function ofFunction(name: string, inner: string): string {
  if (name === 'where') return '';
  const [, of] = /\bof\s(.*)/s.exec(inner) ?? [];
  const list = /^(is|not|has|matches)$/.test(name) ? inner : of;
  const [ids, classes, tags] = list === undefined ? [0, 0, 0] : most(list);
  return '#x'.repeat(ids) + '.x'.repeat(classes + (list === inner ? 0 : 1)) + ' x'.repeat(tags);
}

const most = (list: string): Specificity => selectorsOf(list).map(specificity).sort(compareSpecificity).pop() ?? [0, 0, 0];
