import { DOCUMENTS } from './documents.js';
import { begin, STUDY } from './study.js';

const find = (selector) => document.querySelector(selector);
const parameters = new URLSearchParams(location.search);
const { id, title, kind, text } = DOCUMENTS.find((each) => each.id === parameters.get('d')) ?? {
  id: '',
  title: 'There is no such text',
  kind: '',
  text: 'Its address may not be complete.',
};
document.title = `${title} · A search experiment`;
find('#title').textContent = title;
find('#kind').textContent = kind;
find('#text').textContent = text;
find('#who').textContent = STUDY.participant;
find('#back').href = `index.html?${new URLSearchParams({ q: parameters.get('q') ?? '' })}`;
const relevant = find('#relevant');
relevant.hidden = id === '';
relevant.dataset.document = id;
relevant.addEventListener('click', () => {
  const isOne = relevant.getAttribute('aria-pressed') === 'false';
  relevant.setAttribute('aria-pressed', String(isOne));
  relevant.textContent = isOne ? 'Marked as helpful' : 'This helps with the task';
});
begin();
