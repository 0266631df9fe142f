import { createLogUI, type LogUI } from '../facades/logui/create-log-ui.ts';

declare global {
  interface Window {
    LogUI?: LogUI;
  }
  /** When the script was built; put in by the build. */
  const BUILD_DATE: string;
}

const script = document.currentScript;
const from = script instanceof HTMLScriptElement && script.src ? script.src : location.href;
window.LogUI = createLogUI({ window, scripts: new URL('.', from).href, buildDate: BUILD_DATE });
