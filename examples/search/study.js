/**
 * The study: who takes part, under which condition, and what is logged. `?condition=titles` or `snippets`, and `?participant=P-017`,
 * come with the link that a participant is sent, and stay for the tab. `?token=` names another flight than the default one.
 */
const given = new URLSearchParams(location.search);
const kept = (name, otherwise) => {
  const value = given.get(name) ?? sessionStorage.getItem(`study-${name}`) ?? otherwise;
  sessionStorage.setItem(`study-${name}`, value);
  return value;
};
const flightToken = kept('token', '');
export const STUDY = {
  participant: kept('participant', 'anonymous'),
  condition: kept('condition', 'snippets') === 'titles' ? 'titles' : 'snippets',
  task: 'T1',
};

/** What the default flight's visits log, without anything set in the console. LogUI's groups: the same object that a flight's settings hold, or `LogUI.init` takes as its `trackingConfiguration`. */
const ofResult = [
  { nameForLog: 'rank', sourcer: 'closestAttribute', lookFor: 'data-rank' },
  { nameForLog: 'document', sourcer: 'closestAttribute', lookFor: 'data-document' },
  { nameForLog: 'score', sourcer: 'closestAttribute', lookFor: 'data-score' },
];
const GROUPS = {
  query: {
    selector: '#search',
    event: 'formSubmission',
    name: 'query',
    properties: { includeValues: [{ nameForLog: 'query', selector: '#query', sourcer: 'elementProperty', lookFor: 'value' }] },
  },
  result: { selector: '.result a', event: 'mouseClick', properties: { primary: { name: 'result' } }, metadata: ofResult },
  hover: {
    selector: '.result',
    event: 'mouseHover',
    properties: { mouseenter: { name: 'result-enter' }, mouseleave: { name: 'result-leave' } },
    metadata: ofResult,
  },
  seen: {
    selector: '.result',
    event: 'elementVisibility',
    properties: { expose: { name: 'result-seen' }, minimumMs: 500 },
    metadata: ofResult,
  },
  relevant: {
    selector: '#relevant',
    event: 'mouseClick',
    properties: { primary: { name: 'relevant' } },
    metadata: [{ nameForLog: 'document', sourcer: 'dataset', lookFor: 'document' }],
  },
};

/**
 * Brings the tracker in as its script tag would, asking for consent first, and with a recording where that was agreed to. A flight
 * that the address names says itself what it records.
 */
export function begin() {
  const script = document.createElement('script');
  script.src = flightToken === '' ? '/sightline.js' : `/sightline.js?token=${encodeURIComponent(flightToken)}`;
  if (flightToken === '') {
    Object.assign(script.dataset, {
      flightToken: '%SIGHTLINE_TOKEN%',
      consent: 'required',
      logui: JSON.stringify(GROUPS),
      recording: '',
    });
  }
  const ready = new Promise((resolve) => script.addEventListener('load', resolve));
  document.head.append(script);
  return ready.then(() => window.sightline.setApplicationSpecificData(STUDY));
}
