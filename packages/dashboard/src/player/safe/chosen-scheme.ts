import {
  isTokenCloseCurly,
  isTokenColon,
  isTokenComment,
  isTokenIdent,
  isTokenSemicolon,
  isTokenWhitespace,
  type CSSToken,
} from '@csstools/css-tokenizer';
import type { VisitorMedia } from './visitor-media.ts';

/** `light dark` leaves the choice to whoever looks: without the word that the visitor did not choose it is theirs. */
export function chosenScheme(words: string, media: VisitorMedia): string {
  const other = notChosen(media);
  return /\blight\b/i.test(words) && /\bdark\b/i.test(words) ? words.replace(new RegExp(`\\b${other}\\b`, 'gi'), '').trim() : words;
}

/** The same in each declaration of `color-scheme` in a style sheet. */
export function withChosenScheme(tokens: readonly CSSToken[], media: VisitorMedia): CSSToken[] {
  const chosen = [...tokens];
  tokens.forEach((token, index) => {
    if (!isWord(token, 'color-scheme')) return;
    const colon = tokens.findIndex((each, at) => at > index && !isTokenWhitespace(each) && !isTokenComment(each));
    const colonToken = tokens[colon];
    if (!colonToken || !isTokenColon(colonToken)) return;
    const end = tokens.findIndex((each, at) => at > colon && (isTokenSemicolon(each) || isTokenCloseCurly(each)));
    const value = tokens.slice(colon + 1, end < 0 ? undefined : end);
    if (!value.some((each) => isWord(each, 'light')) || !value.some((each) => isWord(each, 'dark'))) return;
    value.forEach((each, at) => {
      if (isTokenIdent(each) && isWord(each, notChosen(media))) chosen[colon + 1 + at] = [each[0], '', each[2], each[3], each[4]];
    });
  });
  return chosen;
}

const notChosen = (media: VisitorMedia): string => (media.get('prefers-color-scheme') === 'dark' ? 'light' : 'dark');

const isWord = (token: CSSToken, word: string): boolean => isTokenIdent(token) && token[4].value.toLowerCase() === word;
