import type { MetadataRequest } from './group.ts';
import type { Handler, HandlerDeps } from './handler.ts';

/** A form is submitted, with the values that `properties.includeValues` asks for, each from the first match of its own `selector`. */
export const formSubmission = ({ metadata }: Pick<HandlerDeps, 'metadata'>): Handler => ({
  browserEvents: ['submit'],
  logUIEventCallback(form, { type }, { name, properties }) {
    const asked = (properties?.includeValues ?? []) as (MetadataRequest & { selector: string })[];
    const submissionValues = metadata(
      form,
      asked.map(({ selector, ...request }) => ({ ...request, onElement: selector })),
    );
    return { type, ...(name === undefined ? {} : { name }), ...(submissionValues.length > 0 ? { submissionValues } : {}) };
  },
});
