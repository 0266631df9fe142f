import { serveOrders } from '../jobs/background/serve-orders.ts';
import type { SessionOfFlight } from '../store/question.ts';
import { indexRecording } from './index-recording.ts';

// Reading hours of recording for checkpoints takes the processor for a minute: it has a process of its own.
serveOrders<SessionOfFlight>((store, session, { signal }) => indexRecording(store, session, signal));
