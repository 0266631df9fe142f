import { Type, type Static } from 'typebox';

const field = {
  name: Type.String({ description: 'The field’s name for the log: `data-sightline-name`, else its name, else its path.' }),
  kind: Type.Optional(Type.String({ description: 'Its type (`email`, `checkbox`), or its tag; absent for what is marked private.' })),
  form: Type.Optional(Type.String({ description: 'The name for the log of the form it belongs to.' })),
  path: Type.String({ description: 'A stable CSS path of the field.' }),
};

/** Somebody came to a field of a form. Never what is in it, nor how long that is. */
export const fieldFocusDetails = Type.Object(field);
export type FieldFocusDetails = Static<typeof fieldFocusDetails>;

/** Somebody left a field. */
export const fieldBlurDetails = Type.Object({
  ...field,
  timeMs: Type.Number({ description: 'Time that the field had the focus of a window that had it.' }),
  changed: Type.Boolean({ description: 'Whether its value was changed meanwhile.' }),
});
export type FieldBlurDetails = Static<typeof fieldBlurDetails>;

/** The value of a field was changed, as the DOM reports it. */
export const fieldChangeDetails = Type.Object(field);
export type FieldChangeDetails = Static<typeof fieldChangeDetails>;

/** A form was submitted. */
export const formSubmitDetails = Type.Object({
  name: Type.String({ description: 'The form’s name for the log.' }),
  path: Type.String({ description: 'A stable CSS path of the form.' }),
});
export type FormSubmitDetails = Static<typeof formSubmitDetails>;
