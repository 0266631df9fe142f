/** How specific a selector is, as CSS counts: ids, then classes, attributes and pseudo-classes, then tags and pseudo-elements. */
export type Specificity = readonly [number, number, number];

/** Ways to read one step of a selector, tried in order; strings and escapes inside brackets do not end them. */
const STEPS =
  /\\.|\[(?:[^\]"']|"[^"]*"|'[^']*')*\]|#(?:\\.|[\w\u0080-\uffff-])+|\.(?:\\.|[\w\u0080-\uffff-])+|::?[\w-]+\(?|[a-z\u0080-\uffff_](?:\\.|[\w\u0080-\uffff-])*|./giu;
/** Pseudo-elements that may be written with one colon. */
const OLD_ELEMENTS = /^:(before|after|first-line|first-letter)$/i;

/** The specificity of one complex selector, without commas outside of brackets. */
export function specificity(selector: string): Specificity {
  let [ids, classes, tags] = [0, 0, 0];
  for (const rest = new RegExp(STEPS), text = selector; ;) {
    const step = rest.exec(text)?.[0];
    if (step === undefined) return [ids, classes, tags];
    if (step.endsWith('(') && step !== '(') {
      const end = closing(text, rest.lastIndex);
      const [a, b, c] = ofFunction(step.slice(1, -1).toLowerCase(), text.slice(rest.lastIndex, end));
      [ids, classes, tags] = [ids + a, classes + b, tags + c];
      rest.lastIndex = end + 1;
    } else if (step.startsWith('#')) ids += 1;
    else if (step.startsWith('::') || OLD_ELEMENTS.test(step)) tags += 1;
    else if (/^[.[:]./.test(step)) classes += 1;
    else if (/^[a-z\u0080-\uffff_]/iu.test(step)) tags += 1;
  }
}

/** Whether the first is more (1), less (-1) or equally (0) specific. */
export function compareSpecificity(one: Specificity, other: Specificity): number {
  return Math.sign(one[0] - other[0] || one[1] - other[1] || one[2] - other[2]);
}

/** The selectors of a list, cut at the commas outside of brackets and strings. */
export function selectorsOf(list: string): string[] {
  const found: string[] = [];
  let start = 0;
  for (let at = 0; at < list.length; at += 1) {
    const end = skip(list, at);
    if (end > at) at = end;
    else if (list[at] === ',') {
      found.push(list.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...found, list.slice(start).trim()];
}

/** Functions count as their most specific argument, `:where()` as nothing, `:nth-child(… of S)` as a pseudo-class and S. */
function ofFunction(name: string, argument: string): Specificity {
  if (name === 'where') return [0, 0, 0];
  if (name === 'is' || name === 'not' || name === 'has' || name === 'matches') return most(argument);
  const of = /\bof\s(.*)/s.exec(argument)?.[1];
  const [ids, classes, tags] = name.startsWith('nth-') && of ? most(of) : [0, 0, 0];
  return [ids, classes + 1, tags];
}

const most = (list: string): Specificity => selectorsOf(list).map(specificity).sort(compareSpecificity).pop() ?? [0, 0, 0];

/** Index of the bracket that closes the one before `from`. */
function closing(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const end = skip(text, at);
    if (end > at) at = end;
    else if (text[at] === ')') return at;
  }
  return text.length;
}

/** The end of the bracket, string or escape that begins here; the same place where none does. */
function skip(text: string, at: number): number {
  const opened = text[at];
  if (opened === '\\') return at + 1;
  if (opened === '(') return closing(text, at + 1);
  if (opened !== '"' && opened !== "'" && opened !== '[') return at;
  const close = opened === '[' ? ']' : opened;
  for (let end = at + 1; end < text.length; end += 1) {
    if (text[end] === '\\') end += 1;
    else if (text[end] === close) return end;
    else if (close === ']' && (text[end] === '"' || text[end] === "'")) end = skip(text, end);
  }
  return text.length;
}
