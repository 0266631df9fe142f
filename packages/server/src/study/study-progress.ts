import type { Registry } from '../registry/registry.ts';
import type { StudyRecord } from '../registry/studies.ts';
import type { ParticipantSessions } from '../store/participant-sessions.ts';
import type { Store } from '../store/index.ts';

/** How far a study's participants are, as their sessions show. */
export interface StudyProgress {
  /** Brings the participants' states up to what the store has; answers who was seen, at most so old. */
  refresh(study: StudyRecord, maxAgeMs: number): Promise<ParticipantSessions[]>;
}

/** Looks at the store no more often than it is asked to; those who ask at once share one look. */
export function studyProgress({
  store,
  participants,
  now,
}: {
  store: Pick<Store, 'participantSessions'>;
  participants: Registry['participants'];
  now: () => number;
}): StudyProgress {
  const looks = new Map<string, { at: number; seen: Promise<ParticipantSessions[]> }>();

  const look = async (study: StudyRecord) => {
    const { participantParameter, completedEvent } = study.settings;
    const seen = await store.participantSessions({ flight: study.flight, field: participantParameter, completedEvent });
    await participants.note(study, seen);
    return seen;
  };

  return {
    refresh(study, maxAgeMs) {
      const last = looks.get(study.flight);
      if (last && now() - last.at < maxAgeMs) return last.seen;
      const seen = look(study);
      looks.set(study.flight, { at: now(), seen });
      seen.catch(() => looks.delete(study.flight));
      return seen;
    },
  };
}
