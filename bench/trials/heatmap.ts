import { placedStore, type Placed } from '../clicked-store.ts';
import { largeServer } from '../large-server.ts';
import { largeStore } from '../large-store.ts';
import type { Line, Trial } from '../trial.ts';

type Asked = [what: string, question: string, bar?: string];

const TWO = `where=condition:treatment&against=${encodeURIComponent('flight=FLIGHT&where=condition:control')}`;

const ON: Record<Placed, Asked[]> = {
  clicked: [
    ['clicks within elements', 'points?kind=click', '≤ 300 ms'],
    ['clicks on the page', 'points?kind=click&anchored=false', '≤ 300 ms'],
    ['of one condition', 'points?kind=click&where=condition:treatment', '≤ 300 ms'],
    ['of two conditions, asked at once for their difference', `points?kind=click&${TWO}`, '≤ 300 ms'],
    ['the same on the page', `points?kind=click&anchored=false&${TWO}`, '≤ 300 ms'],
    ['elements by clicks', 'elements?', '≤ 300 ms'],
    ['pages there are maps of', 'pages?', '≤ 300 ms'],
    ['scrolling and attention of 20,000 sessions', 'reading?', '≤ 300 ms'],
  ],
  moved: [
    ['a million positions of the cursor on a page of 20,000 px', 'points?kind=move', '≤ 300 ms'],
    ['the same of phones', 'points?kind=move&device=phone', '≤ 300 ms'],
  ],
  looked: [
    ['a million fixations within elements', 'points?kind=gaze', '≤ 300 ms'],
    ['a million fixations on the page', 'points?kind=gaze&anchored=false', '≤ 300 ms'],
  ],
};
const OF_MANY: Asked[] = [['pages there are maps of: 120, in 5 million events of 100,000 sessions', 'pages?', '≤ 300 ms']];

/** Maps of a page with a million clicks, and of other worlds. */
export const heatmap: Trial = {
  name: 'heatmap',
  conditions:
    'one page with a million clicks of 20,000 sessions, each with its place in one of 60 elements; other stores where the line says so; gathered and measured before; over HTTP, one request after the other, server and engine on the same machine',
  async run() {
    const lines: Line[] = [];
    for (const placed of ['clicked', 'moved', 'looked'] as const) lines.push(...(await answered(placedStore(placed), ON[placed])));
    lines.push(...(await answered(largeStore, OF_MANY)));
    return lines;
  },
};

async function answered(make: () => Promise<{ dataDir: string; flight: string }>, asked: readonly Asked[]): Promise<Line[]> {
  const server = await largeServer(make);
  const address = (question: string) =>
    `/api/v1/heatmaps/${question.replace('FLIGHT', server.flight)}&flight=${server.flight}${question.startsWith('pages') ? '' : '&path=/list'}`;
  try {
    const lines: Line[] = [];
    if (asked.some(([, question]) => question === 'reading?')) await server.measured();
    for (const [what, question, bar] of asked)
      lines.push({ what, value: await server.times(address(question)), ...(bar !== undefined && { bar }) });
    return lines;
  } finally {
    await server.stop();
  }
}
