import { record } from '@rrweb/record';

window.rrweb = { record };
