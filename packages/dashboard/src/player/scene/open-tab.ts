import type { Client } from '@sightline/client';
import type { RecordedTab } from '@sightline/protocol';
import { createReader, type Reader } from '../recording/reader.ts';
import { stageEvents, type RecordedEvents } from '../recording/stage-events.ts';
import { createPurifier } from '../safe/purifier.ts';
import type { Resource } from '../safe/resource.ts';
import type { Stage } from '../stage/stage.ts';

/** What tabs are opened with. */
export interface OpenTabDeps {
  api: Pick<Client, 'recordingPart'>;
  session: string;
  /** A new, empty stage that nobody sees yet. */
  stage: () => { stage: Stage; reveal: () => void };
  resource: Resource;
  /** Puts style sheets in their places. */
  fillSheets: (parts: readonly RecordedEvents[]) => Promise<void>;
  /** What is known of a tab's recording now. */
  recorded: (tab: string) => RecordedTab | undefined;
}

/** A tab whose page is shown, and how its recording goes on. */
export interface OpenedTab {
  tab: string;
  stage: Stage;
  reader: Reader;
  /** Reads what comes next and shows it in its time. */
  readOn(until: number, signal: AbortSignal): Promise<void>;
}

/** A tab at a moment, on a stage of its own that is shown once the page stands there; undefined where nobody wants it any more. */
export async function openTab(
  { api, session, stage: newStage, resource, fillSheets, recorded }: OpenTabDeps,
  { tab, moment, signal }: { tab: string; moment: number; signal: AbortSignal },
): Promise<OpenedTab | undefined> {
  const reader = createReader({ api, session, tab: () => recorded(tab) });
  const parts = await reader.open(moment, signal);
  await fillSheets(parts);
  if (signal.aborted) return undefined;
  const prepare = stageEvents(createPurifier({ resource }));
  const { stage, reveal } = newStage();
  try {
    await stage.append(parts.flatMap(prepare));
    if (signal.aborted) {
      stage.destroy();
      return undefined;
    }
    if (reader.isBeginning()) stage.begins();
    stage.show(moment);
    reveal();
  } catch (error) {
    stage.destroy();
    throw error;
  }
  return {
    tab,
    stage,
    reader,
    async readOn(until, reading) {
      const more = await reader.readOn(until, reading);
      await fillSheets(more);
      if (!reading.aborted) await stage.append(more.flatMap(prepare));
    },
  };
}
