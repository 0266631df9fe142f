import { createLogUI } from '../facades/logui/create-log-ui.ts';
import type { LogUI } from '../facades/logui/log-ui.ts';
import { scriptsFolder } from '../page/scripts-folder.ts';

declare global {
  interface Window {
    LogUI?: LogUI;
  }
  /** When the script was built; put in by the build. */
  const BUILD_DATE: string;
}

window.LogUI = createLogUI({
  window,
  scripts: scriptsFolder(window),
  buildDate: BUILD_DATE,
  given: { ...document.currentScript?.dataset },
});
