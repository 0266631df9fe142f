import {
  isTokenAtKeyword,
  isTokenBadURL,
  isTokenCloseParen,
  isTokenFunction,
  isTokenOpenCurly,
  isTokenOpenParen,
  isTokenSemicolon,
  isTokenString,
  isTokenURL,
  tokenize,
  type CSSToken,
} from '@csstools/css-tokenizer';
import type { Resource } from './resource.ts';

/** What cannot be loaded: an image that paints nothing, a font that fails at once, and no request. */
const NOTHING = 'url("data:,")';
/** Functions whose plain strings are addresses. */
const LOADING = new Set(['url', 'src', 'image', 'image-set', '-webkit-image-set', 'cross-fade', '-webkit-cross-fade']);
/** Letters may be escaped, so a backslash may spell any of the words. */
const MAY_LOAD = /url|src|image|import|fade|\\/i;

/** A style sheet or declaration that loads only what `resource` knows. Read token by token: what escapes hide, a pattern would miss. */
export function ownCss(css: string, resource: Resource): string {
  if (!MAY_LOAD.test(css)) return css;
  const functions: string[] = [];
  let statement: 'import' | 'namespace' | undefined;
  const write = (token: CSSToken): string => {
    if (isTokenAtKeyword(token)) statement = statementOf(token[4].value);
    else if (isTokenOpenCurly(token)) statement = undefined;
    else if (isTokenSemicolon(token) && statement) {
      const ended = statement;
      statement = undefined;
      return ended === 'import' ? '' : token[1];
    }
    if (statement === 'import') return '';
    if (isTokenFunction(token)) functions.push(token[4].value.toLowerCase());
    else if (isTokenOpenParen(token)) functions.push('');
    else if (isTokenCloseParen(token)) functions.pop();
    // A namespace's address is a name: nobody loads it.
    if (statement === 'namespace') return token[1];
    if (isTokenURL(token)) return urlOf(resource(token[4].value));
    if (isTokenBadURL(token)) return NOTHING;
    if (isTokenString(token) && LOADING.has(functions.at(-1) ?? '')) return quoted(resource(token[4].value) ?? 'data:,');
    return token[1];
  };
  return tokenize({ css }).map(write).join('');
}

function statementOf(keyword: string): 'import' | 'namespace' | undefined {
  const name = keyword.toLowerCase();
  return name === 'import' || name === 'namespace' ? name : undefined;
}

const urlOf = (address: string | undefined): string => (address === undefined ? NOTHING : `url(${quoted(address)})`);

const quoted = (text: string): string => `"${text.replaceAll(/["\\\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
