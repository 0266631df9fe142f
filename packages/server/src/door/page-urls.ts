import type { RecentMap } from './recent-map.ts';

/** Addresses of a flight's page views, as one connection tells and asks them. */
export interface PageUrls {
  urlOf(flight: string, pageView: string): string;
  learn(flight: string, pageView: string, url: string): void;
  /** Lets other connections know what was learnt. */
  share(): void;
}

/** Nearly every event is of the same page view as the one before, so the memory that all share is asked and told once per change. */
export function pageUrls(shared: RecentMap<string, string>): PageUrls {
  let latest = { flight: '', pageView: '', url: '', isNew: false };

  const share = (): void => {
    if (!latest.isNew) return;
    shared.set(`${latest.flight} ${latest.pageView}`, latest.url);
    latest.isNew = false;
  };

  const turnTo = (flight: string, pageView: string): void => {
    if (latest.pageView === pageView && latest.flight === flight) return;
    share();
    latest = { flight, pageView, url: shared.get(`${flight} ${pageView}`) ?? '', isNew: false };
  };

  return {
    urlOf(flight, pageView) {
      turnTo(flight, pageView);
      return latest.url;
    },
    learn(flight, pageView, url) {
      turnTo(flight, pageView);
      if (latest.url === url) return;
      latest.url = url;
      latest.isNew = true;
    },
    share,
  };
}
