import type { AddOn } from '../addons/add-on.ts';
import { handOver } from '../page/load-add-on.ts';
import { askedRecording } from '../recording/asked-recording.ts';

handOver(window, { wanted: ({ recording }, warn) => askedRecording(window, recording, warn) } satisfies AddOn);
