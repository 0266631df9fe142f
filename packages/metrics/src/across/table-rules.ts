/** How the rows of a session's table become one number of the session, and of each of its parts. */
export type Combine = 'sum' | 'mean' | 'max';

/** What can be told across sessions of a metric whose value is a table. */
export interface TableRule {
  /** Columns with an amount; `rows` is how many rows there are. */
  amounts: Readonly<Record<string, Combine>>;
  /** The column that names the part of the session a row is about. */
  by?: { column: string; kind: PartKind };
  /** Units of columns that have another than the metric. */
  units?: Readonly<Record<string, string>>;
}

/** What parts of sessions are. */
export const PART_KINDS = ['page', 'element', 'field', 'rank', 'change', 'flag', 'event', 'value'] as const;
export type PartKind = (typeof PART_KINDS)[number];

const page = { column: 'url', kind: 'page' } as const;
const element = (column: string) => ({ column, kind: 'element' }) as const;

/** Of each table metric; `null` where its rows mean nothing outside of their session. */
export const TABLE_RULES: Readonly<Record<string, TableRule | null>> = {
  page_dwell_wall: { amounts: { dwellMs: 'sum' }, by: page },
  page_dwell_visible: { amounts: { dwellMs: 'sum' }, by: page },
  derived_events: { amounts: { events: 'sum', hoverMs: 'sum' }, by: { column: 'event', kind: 'event' }, units: { hoverMs: 'ms' } },
  derived_elements: { amounts: { events: 'sum', hoverMs: 'sum' }, by: element('element'), units: { hoverMs: 'ms' } },
  rage_bursts: { amounts: { rows: 'sum', clicks: 'sum', durationMs: 'sum' }, by: element('target'), units: { durationMs: 'ms' } },
  hesitation: { amounts: { waitedMs: 'mean', restedMs: 'mean', rows: 'sum' }, by: element('name') },
  scroll_depth_scroll: { amounts: { depth: 'mean' }, by: page },
  scroll_depth_content: { amounts: { depth: 'mean' }, by: page },
  scroll_travel: {
    amounts: { travelPx: 'sum', heights: 'sum', reversals: 'sum' },
    by: page,
    units: { heights: 'page heights', reversals: 'count' },
  },
  viewport_time_map: null,
  hover_dwell: { amounts: { dwellMs: 'sum', hovers: 'sum' }, by: element('name'), units: { hovers: 'count' } },
  mouse_trajectories: {
    amounts: {
      mad: 'mean',
      ad: 'mean',
      auc: 'mean',
      xFlips: 'mean',
      yFlips: 'mean',
      xReversals: 'mean',
      yReversals: 'mean',
      lengthMs: 'mean',
      initiationMs: 'mean',
      idleMs: 'mean',
      hovers: 'mean',
      distancePx: 'mean',
      meanVelocity: 'mean',
      maxVelocity: 'mean',
      rows: 'sum',
    },
    units: {
      auc: 'px²',
      xFlips: 'count',
      yFlips: 'count',
      xReversals: 'count',
      yReversals: 'count',
      lengthMs: 'ms',
      initiationMs: 'ms',
      idleMs: 'ms',
      hovers: 'count',
      meanVelocity: 'px/ms',
      maxVelocity: 'px/ms',
    },
  },
  form_fields: {
    amounts: { timeMs: 'sum', visits: 'sum', returns: 'sum', corrections: 'sum', changes: 'sum' },
    by: { column: 'field', kind: 'field' },
    units: { visits: 'count', returns: 'count', corrections: 'count', changes: 'count' },
  },
  search_time_to_first_click: { amounts: { fromSubmitMs: 'mean', fromPaintMs: 'mean', censored: 'mean' }, units: { censored: 'share' } },
  search_time_to_first_action: { amounts: { fromSubmitMs: 'mean', fromPaintMs: 'mean', censored: 'mean' }, units: { censored: 'share' } },
  search_clicks_by_rank: { amounts: { clicks: 'sum' }, by: { column: 'rank', kind: 'rank' } },
  search_reformulations: { amounts: { rows: 'sum' }, by: { column: 'change', kind: 'change' } },
  search_dwell: { amounts: { clientMs: 'mean', serverMs: 'mean', trailMs: 'mean', rows: 'sum' } },
  focused_elements: { amounts: { timeMs: 'sum', share: 'sum' }, by: element('element'), units: { share: 'share' } },
  gaze_areas: {
    amounts: { dwellMs: 'sum', fixations: 'sum', share: 'sum', firstFixationMs: 'mean', visits: 'sum', revisits: 'sum' },
    by: element('area'),
    units: { fixations: 'count', share: 'share', visits: 'count', revisits: 'count' },
  },
  gaze_first_fixation: { amounts: { ms: 'mean', censored: 'mean' }, by: element('area'), units: { censored: 'share' } },
  gaze_transitions: { amounts: { count: 'sum' } },
  gaze_entropy: { amounts: { transition: 'mean', stationary: 'mean' } },
  quality_flags: { amounts: { rows: 'sum' }, by: { column: 'flag', kind: 'flag' } },
};
