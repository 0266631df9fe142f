import { DOCUMENTS } from './documents.js';
import { rank, wordsOf } from './rank.js';
import { begin, STUDY } from './study.js';

const find = (selector) => document.querySelector(selector);
const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
const search = rank(DOCUMENTS);
const SHOWN = 10;

/** The words that were asked for, marked where they stand. */
function marked(text, query) {
  const asked = new Set(wordsOf(query));
  return text
    .split(/([\p{L}\p{N}]+)/u)
    .map((part) => (wordsOf(part).some((word) => asked.has(word)) ? make('mark', { textContent: part }) : part));
}

function item({ document: { id, title, kind, text }, score }, index, query) {
  const parameters = new URLSearchParams({ d: id, q: query });
  const link = make('a', { href: `document.html?${parameters}` }, ...marked(title, query));
  const entry = make('li', { className: 'result' }, make('h2', {}, link), make('p', { className: 'kind', textContent: kind }));
  if (STUDY.condition === 'snippets') entry.append(make('p', {}, ...marked(text, query)));
  Object.assign(entry.dataset, { rank: index + 1, document: id, score: score.toFixed(3) });
  return entry;
}

function show(query) {
  const found = query === '' ? [] : search(query);
  find('#query').value = query;
  document.title = query === '' ? 'A search experiment' : `${query} · A search experiment`;
  find('#count').textContent =
    query === ''
      ? ''
      : found.length === 0
        ? `Nothing was found for “${query}”. Other words may help.`
        : found.length > SHOWN
          ? `${found.length} texts, of which the best ${SHOWN}`
          : found.length === 1
            ? '1 text'
            : `${found.length} texts, the best first`;
  find('#results').replaceChildren(...found.slice(0, SHOWN).map((each, index) => item(each, index, query)));
  if (query === '') return;
  requestAnimationFrame(() => setTimeout(() => window.sightline?.track('results', { query, count: found.length })));
}

const asked = () => new URLSearchParams(location.search).get('q') ?? '';
find('#search').addEventListener('submit', (event) => {
  event.preventDefault();
  const query = find('#query').value.trim();
  if (query !== asked()) history.pushState({}, '', `?${new URLSearchParams({ q: query })}`);
  show(query);
});
window.addEventListener('popstate', () => show(asked()));

find('#who').textContent = `${STUDY.participant}, ${STUDY.condition === 'titles' ? 'titles alone' : 'titles with snippets'}`;
find('#finish').addEventListener('click', () => {
  window.sightline.track('finished', { task: STUDY.task });
  find('#finished').showModal();
});
const consent = find('#consent');
find('#again').addEventListener('click', () => consent.showModal());
consent.addEventListener('click', ({ target }) => {
  if (!(target instanceof HTMLButtonElement)) return;
  const purposes = target.value.split(' ').filter(Boolean);
  localStorage.setItem('study-asked', '1');
  const refused = ['interaction', 'recording'].filter((purpose) => !purposes.includes(purpose));
  if (refused.length > 0) window.sightline.revoke(...refused);
  if (purposes.length > 0) window.sightline.grant(...purposes);
  consent.close();
  find('#query').focus();
});
begin().then(() => {
  show(asked());
  if (localStorage.getItem('study-asked') === null) consent.showModal();
});
