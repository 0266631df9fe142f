import { clickedStore } from '../clicked-store.ts';
import { largeServer } from '../large-server.ts';
import type { Trial } from '../trial.ts';

const ASKED: [what: string, question: string | string[], bar?: string][] = [
  ['clicks within elements', 'points?kind=click', '≤ 300 ms'],
  ['clicks on the page', 'points?kind=click&anchored=false', '≤ 300 ms'],
  ['of one condition', 'points?kind=click&where=condition:treatment', '≤ 300 ms'],
  [
    'of two conditions, asked at once for their difference',
    ['points?kind=click&where=condition:treatment', 'points?kind=click&where=condition:control'],
    '≤ 300 ms',
  ],
  ['elements by clicks', 'elements?', '≤ 300 ms'],
  ['pages there are maps of', 'pages?'],
  ['scrolling and attention of the newest 2,000 sessions', 'reading?'],
];

/** Maps of a page with a million clicks. */
export const heatmap: Trial = {
  name: 'heatmap',
  conditions:
    'one page with a million clicks of 20,000 sessions, each with its place in one of 60 elements; over HTTP, one request after the other, server and engine on the same machine',
  async run() {
    const server = await largeServer(clickedStore);
    const address = (question: string) =>
      `/api/v1/heatmaps/${question}&flight=${server.flight}${question.startsWith('pages') ? '' : '&path=/list'}`;
    try {
      const lines = [];
      for (const [what, question, bar] of ASKED)
        lines.push({ what, value: await server.times(...[question].flat().map(address)), ...(bar !== undefined && { bar }) });
      return lines;
    } finally {
      await server.stop();
    }
  },
};
