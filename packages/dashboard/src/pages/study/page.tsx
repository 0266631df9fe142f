import { Tabs } from '@mantine/core';
import type { Flight } from '@sightline/protocol';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useApi } from '../../api-context.ts';
import { studyQuery } from '../../data/studies.ts';
import { useScope } from '../../scope/use-scope.ts';
import { text } from '../../text/text.ts';
import { Refusal } from '../../ui/refusal.tsx';
import { NoFlight } from '../sessions/no-flight.tsx';
import { ConsentTexts } from './consent-texts.tsx';
import { Participants } from './participants.tsx';
import styles from './page.module.css';
import { RecruitmentLinks } from './recruitment-links.tsx';
import { STUDY_VIEWS, type StudyView } from './study-search.ts';
import { StudySetup } from './study-setup.tsx';

const route = getRouteApi('/app/study');

/** The flight as a study: participants, links, consent and set-up. */
export function StudyPage() {
  const { flight } = useScope();
  return flight ? <FlightStudy key={flight.id} flight={flight} /> : <NoFlight />;
}

function FlightStudy({ flight }: { flight: Flight }) {
  const { view = 'participants' } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error } = useQuery(studyQuery(useApi(), flight.id));
  const words = text.study;
  const show = (next: string | null) =>
    void navigate({
      search: (before) => ({ ...before, view: STUDY_VIEWS.find((each) => each === next && next !== 'participants') }),
      replace: true,
    });
  const settings = data?.settings;
  return (
    <div className={styles.page}>
      <header>
        <h1>{words.title}</h1>
        <p className="quiet">{words.meaning}</p>
      </header>
      <Refusal failure={data ? null : error} />
      {data === undefined && !error ? <div className={styles.waiting} aria-busy /> : null}
      {data && !settings ? (
        <section className={styles.part}>
          <h2>{words.fresh}</h2>
          <p className="quiet">{words.freshMeaning}</p>
          <StudySetup flight={flight} settings={undefined} />
        </section>
      ) : null}
      {data && settings ? (
        <Tabs value={view satisfies StudyView} onChange={show} keepMounted={false}>
          <Tabs.List>
            {STUDY_VIEWS.map((each) => (
              <Tabs.Tab key={each} value={each}>
                {words.views[each]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="participants" className={styles.panel}>
            <Participants flight={flight} settings={settings} />
          </Tabs.Panel>
          <Tabs.Panel value="links" className={styles.panel}>
            <RecruitmentLinks settings={settings} />
          </Tabs.Panel>
          <Tabs.Panel value="consent" className={styles.panel}>
            <ConsentTexts flight={flight} consents={data.consents} />
          </Tabs.Panel>
          <Tabs.Panel value="setup" className={styles.panel}>
            <StudySetup flight={flight} settings={settings} />
          </Tabs.Panel>
        </Tabs>
      ) : null}
    </div>
  );
}
