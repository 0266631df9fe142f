import type { AddOn } from '../addons/add-on.ts';
import { handOver } from '../page/load-add-on.ts';
import { presence } from '../presence/presence.ts';

handOver(window, { wanted: () => [presence] } satisfies AddOn);
