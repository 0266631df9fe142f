import { handOver } from '../page/load-add-on.ts';
import { createGate } from '../privacy/gate.ts';

handOver(window, createGate);
