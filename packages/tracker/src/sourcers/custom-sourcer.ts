import type { MetadataRequest } from '../handlers/group.ts';
import { Missing, type Sourcer } from './sourcer.ts';

/** A sourcer of the page's own, as LogUI's sources have them, or just a function. */
export type CustomSourcer =
  | ((element: Element, request: MetadataRequest) => unknown)
  | {
      init?(): void;
      stop?(): void;
      getValue?(element: Element, request: MetadataRequest): unknown;
      getObject?(element: Element, request: MetadataRequest): { name: string; value: unknown } | undefined;
    };

/** Makes a sourcer of the page's own one of ours. */
export const customSourcer =
  (custom: CustomSourcer): Sourcer =>
  (element, request) => {
    if (typeof custom === 'function') return custom(element, request);
    if (custom.getValue) return custom.getValue(element, request);
    if (custom.getObject) return custom.getObject(element, request)?.value;
    throw new Missing(`${request.sourcer}: expected a function, getValue or getObject`);
  };
