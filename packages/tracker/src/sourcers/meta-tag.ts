import { lookedFor, type Sourcer } from './sourcer.ts';

/** The content of a `<meta>` with that `name` or `property`. */
export const metaTag: Sourcer = ({ ownerDocument }, request) => {
  const name = lookedFor(request);
  const tags = [...ownerDocument.querySelectorAll('meta')];
  return tags.find((tag) => tag.name === name || tag.getAttribute('property') === name)?.content;
};
