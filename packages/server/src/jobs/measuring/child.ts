import { serveOrders } from '../background/serve-orders.ts';
import { measureSessions, type MeasuringOrder } from './measure-sessions.ts';

// Measuring sessions takes the processor for minutes: it has a process of its own.
serveOrders<MeasuringOrder>((store, order, heard) => measureSessions({ store, ...heard }, order));
