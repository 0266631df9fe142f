import type { Migration } from './migration.ts';

/**
 * A refused event without a number counts once however often its batch is sent again. Only native clients resend: their batches
 * come again unchanged, so the reason, which names the position in the batch, and the event itself, which carries its time, tell
 * it apart. Foreign clients do not resend, and what they say twice happened twice.
 */
export const refusedOnce: Migration = {
  number: 2,
  name: 'refused-once',
  statements: [
    // In place, as another node may be loading: a view that is gone for a moment would keep nothing aside meanwhile.
    `ALTER TABLE incoming_refused MODIFY QUERY
    SELECT
      batch.flight AS flight, batch.session AS session, batch.tab AS tab,
      if(isNotNull(event.sequence), toUInt64(assumeNotNull(event.sequence)), bitOr(bitShiftLeft(toUInt64(1), 63),
        if(batch.dialect = 'native', sipHash64(event.reason, event.body), sipHash64(batch.receivedAt, place, event.body)))) AS identity,
      event.sequence AS sequence, event.reason AS reason, event.body AS body, batch.receivedAt AS receivedAt, arrival
    FROM incoming ARRAY JOIN batch.refused AS event, arrayEnumerate(batch.refused) AS place`,
  ],
};
