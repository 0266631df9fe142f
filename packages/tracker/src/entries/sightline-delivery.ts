import { createDelivery } from '../delivery/delivery.ts';
import { handOver } from '../page/load-add-on.ts';

handOver(window, 'delivery', createDelivery);
