import { createMore } from '../addons/more.ts';
import { handOver } from '../page/load-add-on.ts';

const script = document.currentScript;
if (script instanceof HTMLScriptElement) handOver(window, createMore(script.src));
