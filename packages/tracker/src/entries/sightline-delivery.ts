import { createDelivery, type Courier } from '../delivery/delivery.ts';
import { databaseStore } from '../page/database-store.ts';
import { handOver } from '../page/load-add-on.ts';

handOver(window, { createDelivery, databaseStore } satisfies Courier);
