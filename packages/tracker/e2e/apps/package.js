import { start } from '../../src/index.ts';

window.begin = (options) => (window.sightline = start(options));
