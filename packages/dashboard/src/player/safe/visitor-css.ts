import {
  isTokenAtKeyword,
  isTokenCloseParen,
  isTokenColon,
  isTokenComment,
  isTokenIdent,
  isTokenOpenCurly,
  isTokenOpenParen,
  isTokenSemicolon,
  isTokenWhitespace,
  tokenize,
  type CSSToken,
} from '@csstools/css-tokenizer';
import { withChosenScheme } from './chosen-scheme.ts';
import { held, type VisitorMedia } from './visitor-media.ts';

/** A sheet that asks none of this is as it is for everybody. Letters may be escaped, so a backslash may spell any of the words. */
const MAY_ASK = /color-scheme|@(?:media|[^\s{;]*\\)[^{;]*(?:prefers-|forced-colors|hover|pointer|\\)/i;
const ALWAYS = '(min-width:0)';
const NEVER = '(max-width:-1px)';

/** A style sheet as it was for the visitor: what its media queries ask about people is answered, the rest is left to the frame. */
export function visitorCss(css: string, media: VisitorMedia): string {
  if (!MAY_ASK.test(css)) return css;
  let isPrelude = false;
  let prelude: CSSToken[] = [];
  let out = '';
  for (const token of withChosenScheme(tokenize({ css }), media)) {
    if (isPrelude && (isTokenOpenCurly(token) || isTokenSemicolon(token))) {
      out += answered(prelude, media);
      isPrelude = false;
      prelude = [];
    }
    if (isPrelude) prelude.push(token);
    else out += token[1];
    if (isTokenAtKeyword(token) && token[4].value.toLowerCase() === 'media') isPrelude = true;
  }
  return out + answered(prelude, media);
}

/** A media query by itself, as a `media` attribute has it. */
export const visitorQuery = (query: string, media: VisitorMedia): string => answered(tokenize({ css: query }), media);

function answered(tokens: readonly CSSToken[], media: VisitorMedia): string {
  let out = '';
  for (let index = 0; index < tokens.length; index += 1) {
    const feature = featureAt(tokens, index);
    const answer = feature && held(media, feature.name, feature.value);
    if (feature === undefined || answer === undefined) out += tokens[index]?.[1] ?? '';
    else {
      out += answer ? ALWAYS : NEVER;
      index = feature.end;
    }
  }
  return out;
}

/** `(name)` or `(name: value)` from an index on; other things in parentheses are no questions about people. */
function featureAt(tokens: readonly CSSToken[], from: number): { name: string; value: string | undefined; end: number } | undefined {
  const open = tokens[from];
  if (!open || !isTokenOpenParen(open)) return undefined;
  const end = tokens.findIndex((token, index) => index > from && (isTokenCloseParen(token) || isTokenOpenParen(token)));
  const last = tokens[end];
  if (!last || !isTokenCloseParen(last)) return undefined;
  const [name, colon, value, ...more] = tokens.slice(from + 1, end).filter((token) => !isTokenWhitespace(token) && !isTokenComment(token));
  if (!name || !isTokenIdent(name) || more.length > 0) return undefined;
  const feature = { name: name[4].value.toLowerCase(), end };
  if (!colon) return { ...feature, value: undefined };
  return isTokenColon(colon) && value && isTokenIdent(value) ? { ...feature, value: value[4].value.toLowerCase() } : undefined;
}
