import { parse } from 'node:querystring';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { tokenBuckets } from '../door/token-buckets.ts';
import type { FlightSettings } from '../registry/flight-settings.ts';
import type { ParticipantRecord } from '../registry/participant-record.ts';
import type { Registry } from '../registry/registry.ts';
import type { StudyRecord } from '../registry/studies.ts';
import { arrivalOf } from '../study/arrival-of.ts';
import type { StudyProgress } from '../study/study-progress.ts';
import { escaped, paragraphs, STUDY_PAGE_POLICY, studyPage } from './study-page.ts';
import { studyThanks, submitsTask } from './study-thanks.ts';
import { STUDY_WORDS } from './study-words.ts';

/** What recruitment links lead to. */
export interface StudyEntryDeps {
  studies: Registry['studies'];
  participants: Registry['participants'];
  settingsOf: (token: string) => Promise<FlightSettings | undefined>;
  progress: StudyProgress;
  /** Whether a flight takes events. */
  isOpen(flight: string): Promise<boolean>;
  now: () => number;
}

type Parameters = Record<string, unknown>;
interface Path {
  slug: string;
}

/** Nobody is kept waiting longer than this for the newest counts; places are then given by those known. */
const COUNTS_WITHIN_MS = 2_000;
const COUNTS_MAX_AGE_MS = 5_000;
/** A lecture hall behind one address may come at once; who makes participants by machine may not go on. */
const PACE = { room: 200, perSecond: 10 };
const COOKIE = 'sightline-participant';

/**
 * `GET /study/<slug or token>`: finds or makes the participant, asks for consent, gives them their condition and leads them to the
 * study's page; `…/complete` notes that they are done and leads back to the recruiter.
 */
export const studyEntry =
  ({ studies, participants, settingsOf, progress, isOpen, now }: StudyEntryDeps): FastifyPluginAsync =>
  async (app) => {
    app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 10_000 }, (_request, body, done) =>
      done(null, parse(String(body))),
    );

    const pace = tokenBuckets(PACE, now);
    app.addHook('onRequest', async (request, reply) => {
      const waitMs = pace.wait(request.ip);
      if (waitMs === 0) return pace.take(request.ip);
      const seconds = Math.ceil(waitMs / 1_000) + 1;
      // Whoever only opened a link comes in by themselves; a form is not sent again unasked.
      reply.code(429).header('retry-after', seconds);
      return say(request.method === 'GET' ? reply.header('refresh', seconds) : reply, 'wait');
    });

    const studyOf = async (slug: string) => {
      const named = await studies.bySlug(slug);
      const settings = named ? undefined : await settingsOf(slug);
      return named ?? (settings && studies.ofFlight(settings.gate.flight));
    };
    /** The study that can be entered, or undefined where the participant was told that there is none. */
    const opened = async (slug: string, reply: FastifyReply) => {
      const study = await studyOf(slug);
      if (study && (await isOpen(study.flight))) return study;
      say(reply.code(study ? 403 : 404), study ? 'closed' : 'unknown');
      return undefined;
    };

    const enter = async (study: StudyRecord, participant: ParticipantRecord, reply: FastifyReply) => {
      await Promise.race([
        progress.refresh(study, COUNTS_MAX_AGE_MS),
        new Promise((resolve) => setTimeout(resolve, COUNTS_WITHIN_MS).unref()),
      ]).catch(() => undefined);
      const entered = await participants.enter(study, participant.id);
      return entered ? reply.redirect(addressFor(study, entered), 303) : say(reply, 'full');
    };

    const receive = async (study: StudyRecord, participant: ParticipantRecord, reply: FastifyReply) => {
      if (participant.state === 'withdrawn' || participant.state === 'excluded') return say(reply.code(403), 'notAgain');
      if (participant.state === 'completed') return html(reply, studyThanks(study, participant));
      const [consent] = study.consents;
      if (!consent || consent.text === '' || (participant.consentVersion === consent.version && participant.state !== 'declined')) {
        return enter(study, participant, reply);
      }
      return html(
        reply,
        studyPage(
          'Before you begin',
          `<div class="text" tabindex="0">${paragraphs(consent.text)}</div>`,
          `<form method="post" action="/study/${escaped(encodeURIComponent(study.settings.slug))}/consent">`,
          `<input type="hidden" name="participant" value="${escaped(participant.code)}"><input type="hidden" name="version" value="${consent.version}">`,
          `<button class="yes" name="choice" value="yes">I agree and take part</button><button name="choice" value="no">I do not take part</button></form>`,
        ),
      );
    };

    app.get<{ Params: Path; Querystring: Parameters }>('/study/:slug', async (request, reply) => {
      const study = await opened(request.params.slug, reply);
      if (!study) return reply;
      const arrival = arrivalOf(request.query, study.settings.participantParameter);
      if (arrival === 'preview') return say(reply, 'preview');
      const returning = arrival === undefined ? cookieOf(request) : undefined;
      if (arrival === undefined && returning === undefined && !study.settings.openToAll) return say(reply.code(403), 'incomplete');
      const known = returning === undefined ? undefined : await participants.byCode(study.flight, returning);
      const participant = known ?? (await participants.arrive(study.flight, arrival ?? { source: 'open' }));
      if (!participant) return say(reply.code(404), 'wrongCode');
      if (participant.source === 'open') {
        reply.header(
          'set-cookie',
          `${COOKIE}=${participant.code}; Path=/study/${encodeURIComponent(study.settings.slug)}; HttpOnly; SameSite=Lax; Max-Age=2592000`,
        );
      }
      return receive(study, participant, reply);
    });

    app.post<{ Params: Path; Body: Parameters | undefined }>('/study/:slug/consent', async (request, reply) => {
      const study = await opened(request.params.slug, reply);
      if (!study) return reply;
      const { participant: code, version, choice } = request.body ?? {};
      const participant = typeof code === 'string' ? await participants.byCode(study.flight, code) : undefined;
      if (!participant) return say(reply.code(404), 'wrongCode');
      const [consent] = study.consents;
      // Whoever read an older text is shown the newest before anything is kept of them.
      if (consent && Number(version) === consent.version && (choice === 'yes' || choice === 'no')) {
        if (
          participant.state === 'invited' ||
          participant.state === 'declined' ||
          participant.state === 'started' ||
          participant.state === 'dropped'
        )
          await participants.answerConsent(participant.id, { version: consent.version, agrees: choice === 'yes' });
        if (choice === 'no') return say(reply, 'declined');
      }
      return receive(study, (await participants.byCode(study.flight, participant.code)) ?? participant, reply);
    });

    app.get<{ Params: Path; Querystring: Parameters }>('/study/:slug/complete', async (request, reply) => {
      const study = await studyOf(request.params.slug);
      if (!study) return say(reply.code(404), 'unknown');
      const arrival = arrivalOf(request.query, study.settings.participantParameter);
      const code = arrival !== 'preview' && arrival?.source === 'code' ? arrival.code : cookieOf(request);
      const participant = code === undefined ? undefined : await participants.byCode(study.flight, code);
      if (!participant) return say(reply.code(404), 'wrongCode');
      if (participant.state === 'started' || participant.state === 'dropped') await participants.complete(participant.id);
      else if (participant.state !== 'completed') return say(reply.code(403), 'notStarted');
      const { completionUrl } = study.settings;
      return completionUrl === null || submitsTask(participant)
        ? html(reply, studyThanks(study, participant))
        : reply.redirect(completionUrl, 303);
    });
  };

/** The study's own page, told who comes and what they are to see. */
function addressFor({ settings }: StudyRecord, { code, condition, order }: ParticipantRecord): string {
  const address = new URL(settings.url);
  address.searchParams.set(settings.participantParameter, code);
  if (condition !== null) address.searchParams.set(settings.conditionParameter, condition);
  if (order.length > 1) address.searchParams.set(settings.orderParameter, order.join(','));
  return address.href;
}

const say = (reply: FastifyReply, what: keyof typeof STUDY_WORDS) => {
  const [title, meaning] = STUDY_WORDS[what];
  return html(reply, studyPage(title, paragraphs(meaning)));
};

const html = (reply: FastifyReply, page: string): FastifyReply =>
  reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-security-policy', STUDY_PAGE_POLICY)
    .header('referrer-policy', 'no-referrer')
    .header('x-content-type-options', 'nosniff')
    .send(page);

const cookieOf = ({ headers: { cookie = '' } }: FastifyRequest): string | undefined =>
  cookie
    .split(/;\s*/)
    .find((pair) => pair.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);
