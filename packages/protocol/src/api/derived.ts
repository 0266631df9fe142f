import { Type, type Static } from 'typebox';
import { MetadataEntry } from '../event.ts';
import { JsonObject } from '../values.ts';
import { SESSION_FILTER, type SessionFilter } from './session-filter.ts';

/** What a rule can listen to in what was recorded. */
export const DERIVABLE_EVENTS = [
  'click',
  'dblclick',
  'contextmenu',
  'mousedown',
  'mouseup',
  'focus',
  'blur',
  'touchstart',
  'touchend',
  'mouseenter',
  'mouseleave',
  'mouseHover',
  'mouseClick',
  'submit',
  'formSubmission',
  'input',
  'scroll',
  'scrollable',
] as const;
export type DerivableEvent = (typeof DERIVABLE_EVENTS)[number];

/** Values that are taken with a derived event, as a LogUI group asks for them. */
export const RuleMetadata = Type.Object({
  nameForLog: Type.String({ minLength: 1, maxLength: 200 }),
  sourcer: Type.String({
    minLength: 1,
    maxLength: 100,
    description:
      '`elementAttribute`, `closestAttribute`, `dataset`, `elementProperty`, `metaTag`, `urlParameter`; others cannot be worked out afterwards.',
  }),
  lookFor: Type.Optional(Type.String({ maxLength: 500 })),
  onElement: Type.Optional(Type.String({ maxLength: 1_000, description: 'CSS of another element to ask.' })),
});
export type RuleMetadata = Static<typeof RuleMetadata>;

const step = Type.Optional(Type.Object({ name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })) }));

/** What a LogUI group says to its handler: names of single steps, which values of a form. */
export const RuleProperties = Type.Object({
  mouseenter: step,
  mouseleave: step,
  primary: step,
  scrollStart: step,
  scrollEnd: step,
  includeValues: Type.Optional(
    Type.Array(Type.Object({ ...RuleMetadata.properties, selector: Type.String({ minLength: 1, maxLength: 1_000 }) }), {
      maxItems: 50,
      description:
        'Of `formSubmission`: a value for each, of the first element that `selector` means. What was typed is not in a recording.',
    }),
  ),
});
export type RuleProperties = Static<typeof RuleProperties>;

/** A LogUI group as far as it can be applied afterwards; without metadata a simple click rule. */
export const Rule = Type.Object({
  selector: Type.String({ minLength: 1, maxLength: 1_000 }),
  event: Type.Unsafe<DerivableEvent>(Type.Union(DERIVABLE_EVENTS.map((event) => Type.Literal(event)))),
  name: Type.String({ minLength: 1, maxLength: 200, description: 'Name of the events it yields.' }),
  bubbling: Type.Optional(
    Type.Union([Type.Literal('all'), Type.Literal('innermost')], {
      description:
        '`all`: what bubbles yields an event of every element around that is meant, as LogUI’s groups do; else of the innermost.',
    }),
  ),
  properties: Type.Optional(RuleProperties),
  metadata: Type.Optional(Type.Array(RuleMetadata, { maxItems: 50 })),
});
export type Rule = Static<typeof Rule>;

/** How far a rule's newest version was applied to the flight's sessions. */
export const RuleProgress = Type.Object({
  state: Type.Union([Type.Literal('running'), Type.Literal('idle'), Type.Literal('failed')]),
  sessions: Type.Integer({ description: 'Sessions it was applied to.' }),
  of: Type.Integer({ description: 'Sessions there are.' }),
  events: Type.Integer({ description: 'Events it yielded.' }),
  undecided: Type.Integer({ description: 'Interactions of which it cannot be said whether the rule means them.' }),
  withRecording: Type.Integer({ description: 'Of the sessions: worked out from a recording; the others from the paths of their clicks.' }),
  problems: Type.Array(Type.Object({ problem: Type.String(), sessions: Type.Integer() }), {
    description: 'What could not be worked out, and in how many sessions.',
  }),
  failure: Type.Optional(Type.String()),
});
export type RuleProgress = Static<typeof RuleProgress>;

/** A rule with what it came to. `POST /api/v1/flights/{id}/rules`, `PUT /api/v1/rules/{id}` makes the next version, `DELETE` takes it and its events away. */
export const DerivedRule = Type.Object({
  id: Type.String(),
  flight: Type.String(),
  version: Type.Integer({ minimum: 1 }),
  rule: Rule,
  createdAt: Type.Integer(),
  createdBy: Type.String(),
  progress: RuleProgress,
});
export type DerivedRule = Static<typeof DerivedRule>;

/** `GET /api/v1/flights/{id}/rules`. */
export const DerivedRules = Type.Object({ rules: Type.Array(DerivedRule) });
export type DerivedRules = Static<typeof DerivedRules>;

/** An event that a rule would have logged. It never stands among what was recorded. */
export const DerivedEvent = Type.Object({
  session: Type.String(),
  tab: Type.String(),
  ordinal: Type.Integer({ description: 'Position among the rule’s events of the session, from 0.' }),
  type: Type.Literal('interactionEvent'),
  name: Type.String(),
  at: Type.Integer({ description: 'ms since 1970, corrected as recorded events’ `at` is.' }),
  url: Type.String(),
  details: JsonObject,
  metadata: Type.Array(MetadataEntry),
  derivedFrom: Type.String({ description: '`rule@version`.' }),
  basis: Type.Union([Type.Literal('recording'), Type.Literal('path')], {
    description: 'Worked out from the recorded page, or from the path of a stored click alone.',
  }),
});
export type DerivedEvent = Static<typeof DerivedEvent>;

/** Query of `GET /api/v1/rules/{id}/events`. */
export const DerivedEventsQuery = Type.Object({
  ...SESSION_FILTER,
  offset: Type.Optional(Type.Integer({ minimum: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
});
export type DerivedEventsQuery = SessionFilter & { offset?: number; limit?: number };

/** `GET /api/v1/rules/{id}/events`. */
export const DerivedEvents = Type.Object({ events: Type.Array(DerivedEvent), total: Type.Integer() });
export type DerivedEvents = Static<typeof DerivedEvents>;
