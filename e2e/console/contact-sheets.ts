import type { Picture } from './photographer.ts';

const STYLE =
  'body{font:13px system-ui;margin:16px}section{display:flex;flex-wrap:wrap;gap:12px;margin-bottom:24px}figure{margin:0}img{height:300px;border:1px solid #ccc}nav a{margin-right:12px}';

/** All pictures on pages to look at: a sheet for each look, so that what belongs together is seen together, and one that leads to them. */
export function contactSheets(pictures: readonly Picture[]): { file: string; html: string }[] {
  const groups = new Map<string, Picture[]>();
  for (const picture of pictures) {
    const name = `${picture.holding} ${picture.look}`;
    groups.set(name, [...(groups.get(name) ?? []), picture]);
  }
  const sheets = [...groups].map(([name, members]) => ({
    file: `sheet-${name.replaceAll(' ', '-')}.html`,
    html: page(
      name,
      `<section>${members
        .toSorted((a, b) => a.page.localeCompare(b.page))
        .map(figure)
        .join('')}</section>`,
    ),
    name,
  }));
  const links = sheets.map(({ file, name }) => `<a href="${file}">${name}</a>`).join('');
  return [{ file: 'index.html', html: page('Screens', `<nav>${links}</nav>`) }, ...sheets];
}

const figure = ({ file, page: name }: Picture) =>
  `<figure><a href="${file}"><img src="${file}" loading="lazy" alt=""></a><figcaption>${name}</figcaption></figure>`;

const page = (title: string, body: string) =>
  `<!doctype html><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style><h1>${title}</h1>${body}`;
