import { Type } from 'typebox';

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type ApplicationId = Branded<'ApplicationId'>;
export type FlightId = Branded<'FlightId'>;
/** One visit, shared by the visitor's tabs. Always a UUID inside Sightline; see `sessionRef` for what a foreign client called it. */
export type SessionId = Branded<'SessionId'>;
export type TabId = Branded<'TabId'>;
export type PageViewId = Branded<'PageViewId'>;
export type VisitorId = Branded<'VisitorId'>;
export type BatchId = Branded<'BatchId'>;

/** The form of every id, as a JSON Schema pattern. */
export const UUID = '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$';
const uuidPattern = new RegExp(UUID);

/** Schema of a branded id: a UUID in its usual 36-character form. */
const uuid = <Id extends string>(description: string) => Type.Unsafe<Id>(Type.String({ pattern: UUID, description }));

export const SessionIdSchema = uuid<SessionId>('The session: one visit, shared by all tabs of a visitor.');
export const TabIdSchema = uuid<TabId>('The tab (one browsing context); sequences count within it.');
export const PageViewIdSchema = uuid<PageViewId>('One document or single-page route within a tab.');
export const VisitorIdSchema = uuid<VisitorId>('The browser profile.');
export const BatchIdSchema = uuid<BatchId>('Names one batch, so that its acknowledgement can be told from others.');

/** Whether a text has the form of the ids above. */
export const isUuid = (text: string): boolean => uuidPattern.test(text);
