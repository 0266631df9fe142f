/** The ways a flight's settings are shown. */
export const SETTINGS_VIEWS = ['form', 'json', 'versions'] as const;
export type SettingsView = (typeof SETTINGS_VIEWS)[number];
