import type { EventType, JsonObject, PageViewId, TabId } from '@sightline/protocol';
import type { MeasuredEvent } from '@sightline/metrics';
import { flightOf } from './flight-of.ts';
import { plainText } from './plain-text.ts';
import type { QuestionDeps, SessionKey } from './question.ts';

/**
 * All events of a session in time order, each once, with what metrics look at. Read as lines of text, because parsing a
 * hundred thousand JSON rows takes longer than the metrics; the details are put together when a metric looks at them.
 */
export async function sessionEventsForMetrics({ engine }: QuestionDeps, key: SessionKey): Promise<MeasuredEvent[]> {
  const flight = await flightOf(engine, key);
  if (flight === undefined) return [];
  const text = await engine.use((client) => plainText(client, LINES, { flight, session: key.session }));
  if (text === '') return [];
  const texts = new Map<string, string>();
  const lines = text.trimEnd().split('\n');
  // Rows come tab by tab in order of sequence, nearly sorted: quicker here than in the engine.
  return lines
    .map((line) => new StoredLine(line, texts))
    .toSorted((a, b) => a.at - b.at || (a.tab < b.tab ? -1 : a.tab > b.tab ? 1 : a.sequence - b.sequence));
}

/** JSON holds no line feed or tab but escaped; a page's own names may, so they are made JSON too. */
const LINES = `SELECT at, sequence, toJSONString(name), type, tab, ifNull(toString(pageView), ''), toJSONString(path), lifted,
  if(name = 'presence', applicationSpecificData, '{}') FROM events FINAL
  WHERE flight = {flight:String} AND session = {session:UUID} FORMAT TabSeparatedRaw`;

/** One line, of which is read what is looked at: cutting all of it up takes longer than most metrics. */
class StoredLine implements MeasuredEvent {
  readonly at: number;
  readonly sequence: number;
  readonly name: string;
  readonly #line: string;
  readonly #restFrom: number;
  #details: JsonObject | undefined;

  constructor(line: string, texts: Map<string, string>) {
    const sequenceFrom = line.indexOf('\t') + 1;
    const nameFrom = line.indexOf('\t', sequenceFrom) + 1;
    this.#restFrom = line.indexOf('\t', nameFrom) + 1;
    this.#line = line;
    const name = line.slice(nameFrom, this.#restFrom - 1);
    this.at = Number(line.slice(0, sequenceFrom - 1));
    this.sequence = Number(line.slice(sequenceFrom, nameFrom - 1));
    this.name = texts.get(name) ?? remember(texts, name);
  }

  get type(): EventType {
    return this.#rest(0) as EventType;
  }

  get tab(): TabId {
    return this.#rest(1) as TabId;
  }

  get pageView(): PageViewId | null {
    return (this.#rest(2) || null) as PageViewId | null;
  }

  get details(): JsonObject {
    return (this.#details ??= JSON.parse(restoreDetails(this.#rest(4), this.#rest(3))) as JsonObject);
  }

  /** Of intervals of presence only, the one place where a metric asks for it; an empty object elsewhere. */
  get applicationSpecificData(): JsonObject {
    return JSON.parse(this.#rest(5)) as JsonObject;
  }

  #rest(index: number): string {
    return this.#line.slice(this.#restFrom).split('\t')[index] ?? '';
  }
}

/** What the column `details` does in SQL, for a row whose path is given as JSON. */
function restoreDetails(lifted: string, path: string): string {
  const text = () => JSON.parse(path) as string;
  return lifted.replace('\u0001', () => `"path":"${text()}"`).replace('\u0002', () => `"element":"${text()}"`);
}

/** A session has few names, each thousands of times. */
function remember(texts: Map<string, string>, json: string): string {
  const text = JSON.parse(json) as string;
  texts.set(json, text);
  return text;
}
