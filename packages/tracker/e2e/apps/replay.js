import { Replayer } from '@rrweb/replay';

window.replay = { Replayer };
