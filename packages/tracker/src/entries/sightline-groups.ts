import type { AddOn } from '../addons/add-on.ts';
import { flightGroups } from '../addons/flight-groups.ts';
import { handOver } from '../page/load-add-on.ts';

handOver(window, { wanted: ({ logui = '' }, warn) => [flightGroups(logui, warn)] } satisfies AddOn);
