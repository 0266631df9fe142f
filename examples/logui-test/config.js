/** The configuration of the test page, as a study would write it. */
window.studyConfig = (toServer) => ({
  logUIConfiguration: {
    endpoint: `${location.origin.replace('http', 'ws')}/ws/endpoint/`,
    authorisationToken: '%SIGHTLINE_TOKEN%',
    dispatcher: toServer ? 'server' : 'console',
    consoleElement: '#console',
    verbose: toServer,
  },
  applicationSpecificData: { userID: 'test', condition: 3, rotation: 1 },
  browserEvents: {
    cursorUpdateFrequency: 500,
    visibility: true,
    pageScroll: true,
    clipboard: true,
    errors: true,
    declaredEvents: true,
  },
  trackingConfiguration: {
    boxHover: {
      selector: '.test',
      event: 'mouseHover',
      properties: { mouseenter: { name: 'BOX_IN' }, mouseleave: { name: 'BOX_OUT' } },
      metadata: [{ nameForLog: 'attribute', sourcer: 'elementAttribute', lookFor: 'data-test-attribute' }],
    },
    boxClick: { selector: '.test', event: 'click', name: 'BOX_CLICK' },
    listClick: {
      selector: '#list li',
      event: 'click',
      name: 'LIST_CLICK',
      metadata: [{ nameForLog: 'text', sourcer: 'elementProperty', lookFor: 'textContent' }],
    },
    resultHover: {
      selector: '#convoluted .list .item .text a',
      event: 'mouseHover',
      properties: { mouseenter: { name: 'RESULT_IN' }, mouseleave: { name: 'RESULT_OUT' } },
      metadata: [{ nameForLog: 'rank', sourcer: 'elementAttribute', lookFor: 'data-rank' }],
    },
    resultClick: {
      selector: '#convoluted a',
      event: 'click',
      name: 'RESULT_CLICK',
      metadata: [{ nameForLog: 'rank', sourcer: 'dataset', lookFor: 'rank' }],
    },
    scroll: {
      selector: '#scrollable',
      event: 'scrollable',
      properties: { scrollStart: { name: 'SCROLL_START' }, scrollEnd: { name: 'SCROLL_END' } },
    },
    buttons: {
      selector: '#primary, #auxiliary, #secondary',
      event: 'mouseClick',
      properties: { primary: { name: 'PRIMARY' }, auxiliary: { name: 'MIDDLE' }, secondary: { name: 'SECONDARY' } },
    },
    queryFocus: { selector: '#query', event: 'focus', name: 'QUERY_FOCUS' },
    queryBlur: { selector: '#query', event: 'blur', name: 'QUERY_BLUR' },
    submit: {
      selector: '#search',
      event: 'formSubmission',
      name: 'SEARCH',
      properties: {
        includeValues: [
          { nameForLog: 'query', selector: '#query', sourcer: 'elementProperty', lookFor: 'value' },
          { nameForLog: 'recent', selector: '#recent', sourcer: 'elementProperty', lookFor: 'checked' },
        ],
      },
    },
    reactClock: {
      selector: '#clock',
      event: 'click',
      name: 'CLOCK',
      metadata: [
        { nameForLog: 'time', sourcer: 'reactComponentState', lookFor: 'time' },
        { nameForLog: 'zone', sourcer: 'reactComponentProp', lookFor: 'zone' },
      ],
    },
    reactCounter: {
      selector: '#counter',
      event: 'click',
      name: 'COUNTER',
      metadata: [{ nameForLog: 'count', sourcer: 'reactComponentState', lookFor: '0' }],
    },
    shadow: { selector: '.shadowed', event: 'click', name: 'SHADOW' },
    frame: { selector: '.framed', event: 'click', name: 'FRAME' },
    card: {
      selector: '.card',
      event: 'elementVisibility',
      properties: { expose: { name: 'CARD_SEEN' }, obscure: { name: 'CARD_GONE' }, minimumShare: 0.5, minimumMs: 1000 },
    },
  },
});
