import type { EventType, JsonObject, PageViewId, TabId } from '@sightline/protocol';
import type { MeasuredEvent } from '@sightline/metrics';
import { flightOf } from './flight-of.ts';
import type { QuestionDeps, SessionKey } from './question.ts';

/**
 * All events of a session in time order, each once, with what metrics look at. Read as lines of text, because parsing a
 * hundred thousand JSON rows takes longer than the metrics; the details are parsed when a metric looks at them.
 */
export async function sessionEventsForMetrics({ engine }: QuestionDeps, key: SessionKey): Promise<MeasuredEvent[]> {
  const flight = await flightOf(engine, key);
  if (flight === undefined) return [];
  const text = await engine.use(async (client) => {
    const answer = await client.query({
      // No line feed or tab is in `details`: JSON writes them escaped. A page's own names may hold them.
      query: `SELECT tab, sequence, type, toJSONString(name), at, ifNull(toString(pageView), ''), details FROM events FINAL
        WHERE flight = {flight:String} AND session = {session:UUID} ORDER BY at, toString(tab), sequence`,
      query_params: { flight, session: key.session },
      format: 'TabSeparatedRaw',
    });
    return answer.text();
  });
  const names = new Map<string, string>();
  return text === ''
    ? []
    : text
        .trimEnd()
        .split('\n')
        .map((line) => new StoredLine(line, names));
}

/** One line; `details` is parsed once, at the first look. */
class StoredLine implements MeasuredEvent {
  readonly tab: TabId;
  readonly sequence: number;
  readonly type: EventType;
  readonly name: string;
  readonly at: number;
  readonly pageView: PageViewId | null;
  readonly #text: string;
  #details: JsonObject | undefined;

  constructor(line: string, names: Map<string, string>) {
    const [tab = '', sequence, type, name = '', at, pageView = '', details = ''] = line.split('\t');
    this.tab = tab as TabId;
    this.sequence = Number(sequence);
    this.type = type as EventType;
    this.name = names.get(name) ?? remember(names, name);
    this.at = Number(at);
    this.pageView = pageView === '' ? null : (pageView as PageViewId);
    this.#text = details;
  }

  get details(): JsonObject {
    return (this.#details ??= JSON.parse(this.#text) as JsonObject);
  }
}

/** A session has few names, each thousands of times. */
function remember(names: Map<string, string>, text: string): string {
  const name = JSON.parse(text) as string;
  names.set(text, name);
  return name;
}
