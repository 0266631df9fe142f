/** Tells rrweb of fields that are filled, emptied or reset where it does not see it. */
export interface SetFields {
  /** A field is part of the recording. */
  seen(field: Element): void;
  /** A form takes back what was entered; a page may have events of that name of its own. */
  reset(form: Partial<HTMLFormElement>): void;
}

/** Watches what is set past rrweb, which hooks the setters that all fields share. */
export function createSetFields({ HTMLOptionElement: { prototype } }: Window & typeof globalThis): SetFields {
  const watched = new WeakSet<Element>();

  /** rrweb's hook looks at the field a moment later, whatever it is, before the setter of options refuses to set anything on what is none. */
  const tell = (field: Element) => {
    try {
      Object.getOwnPropertyDescriptor(prototype, 'selected')?.set?.call(field, false);
    } catch {
      // Just that is meant.
    }
  };

  return {
    seen(field) {
      if (watched.has(field)) return;
      watched.add(field);
      // React gives each field setters of its own, which call those that fields had before rrweb came.
      for (const name of ['value', 'checked']) {
        const own = Object.getOwnPropertyDescriptor(field, name);
        const { set, configurable } = own ?? {};
        if (!set || !configurable) continue;
        Object.defineProperty(field, name, {
          ...own,
          set(value: unknown) {
            set.call(field, value);
            tell(field);
          },
        });
      }
    },
    reset(form) {
      for (const field of form.elements ?? []) tell(field);
    },
  };
}
