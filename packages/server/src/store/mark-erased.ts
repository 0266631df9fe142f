import { chunksOf } from './chunks-of.ts';
import type { QuestionDeps } from './question.ts';
import type { SessionsOfFlight } from './sessions-of-flight.ts';

/** From now on nothing of these sessions is stored any more, whatever browsers still send of them. */
export async function markErased({ engine, now }: QuestionDeps, { flight, sessions }: SessionsOfFlight): Promise<void> {
  await engine.use(async (client) => {
    for (const some of chunksOf(sessions))
      await client.command({
        query: `INSERT INTO erased SELECT {flight:String}, sipHash64(arrayJoin({sessions:Array(UUID)})), {at:Int64}`,
        query_params: { flight, sessions: some, at: now() },
      });
  });
}
