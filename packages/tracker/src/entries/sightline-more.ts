import { createMore } from '../addons/more.ts';
import { morePlace } from '../page/load-more.ts';

const script = document.currentScript;
if (script instanceof HTMLScriptElement) morePlace(window).get()?.(createMore(script.src));
