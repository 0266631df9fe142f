import '@rrweb/replay/dist/style.css';

export { Replayer } from '@rrweb/replay';
export { createStage } from './stage.ts';
