/** What a request's address carries beside the statement. */
export interface EngineRequest {
  query: string;
  defaultFormat: string;
  compress: boolean;
  queryId: string;
  /** `param_…`: bound by the engine, never put into the statement. */
  parameters: Map<string, string>;
  settings: Map<string, string>;
}

/** Names in the address that speak to the HTTP interface and are no settings of the engine. */
const OF_HTTP = new Set([
  'query',
  'query_id',
  'default_format',
  'database',
  'user',
  'password',
  'role',
  'quota_key',
  'session_id',
  'session_timeout',
  'enable_http_compression',
  'http_zlib_compression_level',
  'wait_end_of_query',
  'send_progress_in_http_headers',
  'http_headers_progress_interval_ms',
  'cancel_http_readonly_queries_on_client_close',
]);

/** Sorts the names of a request's address into statement, parameters and settings. */
export function readRequest(search: URLSearchParams): EngineRequest {
  const parameters = new Map<string, string>();
  const settings = new Map<string, string>();
  for (const [name, value] of search) {
    if (!/^\w+$/.test(name)) throw new Error(`a setting's name must be letters, digits and _, got ${JSON.stringify(name)}`);
    if (name.startsWith('param_')) parameters.set(name, value);
    else if (!OF_HTTP.has(name)) settings.set(name, value);
  }
  return {
    query: search.get('query') ?? '',
    defaultFormat: search.get('default_format') ?? 'TabSeparated',
    compress: search.get('enable_http_compression') === '1',
    queryId: search.get('query_id') ?? '',
    parameters,
    settings,
  };
}
