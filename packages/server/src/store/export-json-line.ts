/** An event as one line of JSON, written by the engine: fields as in the protocol's `StoredEvent`, then what an import needs beside them. */
const text = (sql: string) => `toJSONString(toString(${sql}))`;
const orNull = (sql: string) => `ifNull(toString(${sql}), 'null')`;
/** Nothing in an id needs escaping. */
const id = (sql: string) => `'"', toString(${sql}), '"'`;
const idOrNull = (sql: string) => `ifNull(concat('"', toString(${sql}), '"'), 'null')`;

const FIELDS: Record<string, string> = {
  session: id('session'),
  tab: id('tab'),
  sequence: 'toString(sequence)',
  type: text('type'),
  name: text('name'),
  at: 'toString(at)',
  wallAt: 'toString(at + wallAhead)',
  monotonicAt: orNull('(monotonicAhead + at * 1000) / 1000'),
  epoch: 'toString(epoch)',
  receivedAt: 'toString(receivedAt)',
  pageView: idOrNull('pageView'),
  url: text('url'),
  details: 'details',
  metadata: 'metadata',
  applicationSpecificData: 'applicationSpecificData',
  dialect: text('dialect'),
  application: text('application'),
  flight: text('flight'),
  sessionRef: text("if(ref = '', toString(session), ref)"),
  visitor: idOrNull('visitor'),
  agent: text('agent'),
  offsetMs: orNull('offsetMs'),
  offsetErrorMs: orNull('offsetErrorMs'),
  extra: 'extra',
  sinceSessionStartMs: 'toString(at - startedAt)',
};

export const JSON_LINE = `concat('{', ${Object.entries(FIELDS)
  .map(([name, sql], index) => `'${index === 0 ? '' : ','}"${name}":', ${sql}`)
  .join(', ')}, '}')`;
