/** What does not come within this is not waited for. */
const LONGEST_MS = 8_000;
/** What the replayer still does of itself, such as style sheets that it puts in place, is done by then. */
const AT_LEAST_MS = 400;

/** Resolves when a rebuilt page has its pictures and fonts, so that its elements stand where they will stay. */
export async function settled(inside: Document | null): Promise<void> {
  await wait(AT_LEAST_MS);
  if (!inside) return;
  // A lazy one comes when it is scrolled to, which nobody does here.
  const pictures = [...inside.images].filter(({ complete, loading }) => !complete && loading !== 'lazy').map(ended);
  const sheets = [...inside.querySelectorAll<HTMLLinkElement>('link[rel~="stylesheet"][href]')].filter(({ sheet }) => !sheet).map(ended);
  await Promise.race([Promise.all([inside.fonts.ready, ...pictures, ...sheets]), wait(LONGEST_MS)]);
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const ended = (element: HTMLElement) =>
  new Promise<void>((resolve) => {
    for (const type of ['load', 'error']) element.addEventListener(type, () => resolve(), { once: true });
  });
