/**
 * The article's way of counting, for comparison: each tab looks three times a second whether a second has passed since any tab last
 * counted one, and every movement of the mouse and key is written down. Its keys and periods; a script for a page.
 */
export const ARTICLE_SCRIPT = `(() => {
  const seconds = () => Math.floor(Date.now() / 1000);
  const read = (key) => parseInt(localStorage[key]);
  if (!(read('UBT_LastActiveTimeFlag') + 300 >= seconds())) {
    localStorage.UBT_TimeFlag = 0;
    localStorage.UBT_TimeMsgFlag = 0;
    localStorage.UBT_LastActiveTimeFlag = seconds();
  }
  const active = () => (localStorage.UBT_LastUserActivityTimeFlag = seconds());
  active();
  document.onmousemove = active;
  document.onkeydown = active;
  setInterval(() => {
    if (read('UBT_LastActiveTimeFlag') >= seconds()) return;
    localStorage.UBT_LastActiveTimeFlag = seconds();
    localStorage.UBT_TimeFlag = read('UBT_TimeFlag') + 1;
    read('UBT_TimeMsgFlag');
    read('UBT_LastUserActivityTimeFlag');
  }, 300);
})()`;

/** Counts writes to what outlives a page, by whichever way they are made. */
export const COUNT_WRITES = `(() => {
  window.writes = { localStorage: 0, indexedDB: 0 };
  const real = window.localStorage;
  const counting = new Proxy(real, {
    get: (_, key) => {
      const value = real[key];
      if (typeof value !== 'function') return value;
      return (...given) => {
        if (key === 'setItem' || key === 'removeItem') window.writes.localStorage += 1;
        return value.apply(real, given);
      };
    },
    set: (_, key, value) => {
      window.writes.localStorage += 1;
      real[key] = value;
      return true;
    },
  });
  Object.defineProperty(window, 'localStorage', { get: () => counting });
  for (const name of ['put', 'add', 'delete']) {
    const method = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (...given) {
      window.writes.indexedDB += 1;
      return method.apply(this, given);
    };
  }
})()`;
