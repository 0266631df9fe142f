/** Saved views and the choice of columns of the session list. */
export const views = {
  views: {
    title: 'Views',
    named: (name: string) => `View: ${name}`,
    none: 'A view keeps filters, order and columns under a name, for everybody who sees this application.',
    open: (name: string) => `Open ${name}`,
    by: (name: string) => `by ${name}`,
    rename: (name: string) => `Rename ${name}`,
    remove: (name: string) => `Remove ${name}`,
    removed: (name: string) => `${name} is removed.`,
    undo: 'Take it back',
    name: 'Name of the view',
    saveName: 'Save what is shown as',
    save: 'Save',
    cancel: 'Cancel',
    failed: (message: string) => `Views could not be read: ${message}`,
  },
  columnChoice: {
    title: 'Columns',
    meaning: 'Unless chosen, as many as there is room for.',
    byRoom: 'As there is room',
  },
};
