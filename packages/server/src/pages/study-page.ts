/** A page for participants: a title, text, and whatever they can do. */
export const studyPage = (title: string, ...parts: string[]): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body><main><h1>${escaped(title)}</h1>${parts.join('')}</main></body>
</html>`;

/** Text as HTML: an empty line begins a paragraph, others stay lines. */
export const paragraphs = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escaped(paragraph.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('');

/** Text that HTML takes for nothing else. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');

/** Participants' pages run no script and load nothing; MTurk alone shows them in a frame, as its workers see every task. */
export const STUDY_PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors https://*.mturk.com https://*.mturkcontent.com";

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; font: 16px/1.6 system-ui, sans-serif; color: #1c2024; background: #f9f9fb; }
main { max-width: 640px; margin: 8vh auto; padding: 32px; border: 1px solid #d9d9e0; border-radius: 12px; background: #fff; }
h1 { margin: 0 0 16px; font-size: 22px; line-height: 1.3; }
p { overflow-wrap: anywhere; }
.text { max-height: 55vh; overflow: auto; padding: 0 16px; border: 1px solid #d9d9e0; border-radius: 8px; }
form { display: flex; flex-wrap: wrap; gap: 12px; margin-top: 24px; }
button, a.button { font: inherit; padding: 8px 20px; border: 1px solid #80838d; border-radius: 8px; color: inherit; background: none; cursor: pointer; text-decoration: none; }
button.yes, a.button { color: #fff; background: #5151cd; border-color: #5151cd; font-weight: 600; }
:focus-visible { outline: 3px solid #5151cd; outline-offset: 2px; }
code { font-size: 20px; letter-spacing: 0.04em; }
@media (prefers-color-scheme: dark) {
  body { color: #edeef0; background: #111113; }
  main { background: #18191b; border-color: #43484e; }
  .text { border-color: #43484e; }
  :focus-visible { outline-color: #b1a9ff; }
}
@media (max-width: 640px) { main { margin: 0; border: 0; border-radius: 0; min-height: 100vh; padding: 20px; box-sizing: border-box; } }
`;
