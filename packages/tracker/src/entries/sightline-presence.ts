import { handOver } from '../page/load-add-on.ts';
import { presence } from '../presence/presence.ts';

handOver(window, presence);
