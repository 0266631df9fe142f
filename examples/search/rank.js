/** Okapi BM25 over titles, kinds and texts, with its usual constants; a title's words count three times. */
const K1 = 1.2;
const B = 0.75;
const TITLE_WEIGHT = 3;
const STOP = new Set(
  'a an and are as at be by for from how in is it its of on or that the there to what when where which why with'.split(' '),
);

/** Words as they are looked for: lower case, without plural and the commonest endings. */
export const wordsOf = (text) =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => !STOP.has(word))
    .map((word) => word.replace(/(?<=.{3})(ing|es|ed|s)$/u, ''));

/** Makes a collection searchable: a query answers its documents, the best first. */
export function rank(documents) {
  const indexed = documents.map((document) => {
    const counts = new Map();
    const count = (text, weight) => wordsOf(text).forEach((word) => counts.set(word, (counts.get(word) ?? 0) + weight));
    count(document.title, TITLE_WEIGHT);
    count(document.kind, 1);
    count(document.text, 1);
    return { document, counts, length: [...counts.values()].reduce((sum, each) => sum + each, 0) };
  });
  const average = indexed.reduce((sum, { length }) => sum + length, 0) / indexed.length;
  const rarity = (word) => {
    const having = indexed.filter(({ counts }) => counts.has(word)).length;
    return Math.log(1 + (indexed.length - having + 0.5) / (having + 0.5));
  };

  return (query) => {
    const words = [...new Set(wordsOf(query))].map((word) => [word, rarity(word)]);
    return indexed
      .map(({ document, counts, length }) => ({
        document,
        score: words.reduce((sum, [word, weight]) => {
          const times = counts.get(word) ?? 0;
          return sum + (weight * times * (K1 + 1)) / (times + K1 * (1 - B + (B * length) / average));
        }, 0),
      }))
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score || one.document.id.localeCompare(other.document.id));
  };
}
