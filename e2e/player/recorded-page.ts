import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readFileSync } from 'node:fs';
import { loopbackSite, type LoopbackSite } from '../loopback-site.ts';

/** rrweb's own recorder, as any page might carry it. */
const RECORDER = readFileSync(
  join(
    dirname(createRequire(new URL('../../packages/tracker/package.json', import.meta.url)).resolve('@rrweb/record')),
    'record.umd.min.cjs',
  ),
  'utf8',
);

const PAGE = `<!doctype html><html><head><title>Garden tools</title><style>
  body { font: 16px sans-serif; margin: 0 } .card { border: 1px solid #ccd; padding: 12px } .long { height: 1800px }
</style></head><body>
  <h1>Garden tools <span id="count">0</span></h1>
  <ul id="list"></ul>
  <label>Search <input id="search"></label> <label><input type="checkbox" id="gift"> gift</label>
  <select id="size"><option>small</option><option>large</option></select>
  <textarea id="words"></textarea>
  <div id="shadow"></div>
  <iframe id="inner" title="inner" srcdoc="<p id='p'>inside</p>"></iframe>
  <canvas id="canvas" width="120" height="60"></canvas>
  <div class="long"></div>
  <script>
    for (let index = 0; index < 6; index += 1) {
      const item = document.createElement('li');
      item.className = 'card';
      item.innerHTML = '<b>Spade ' + index + '</b> <button id="buy' + index + '">Buy</button>';
      document.getElementById('list').append(item);
    }
    document.getElementById('shadow').attachShadow({ mode: 'open' }).innerHTML = '<style>p { color: red }</style><p>in the shadow</p>';
    document.getElementById('list').addEventListener('click', ({ target }) => {
      if (target.tagName !== 'BUTTON') return;
      target.textContent = 'Bought';
      document.getElementById('count').textContent = document.querySelectorAll('#list button').length - 5;
      const item = document.createElement('li');
      item.textContent = 'after ' + target.id;
      target.closest('li').after(item);
      document.getElementById('shadow').shadowRoot.querySelector('p').textContent = 'bought ' + target.id;
      document.getElementById('inner').contentDocument.getElementById('p').textContent = 'bought ' + target.id;
    });
    const canvas = document.getElementById('canvas').getContext('2d');
    canvas.fillStyle = '#e69f00';
    canvas.fillRect(10, 10, 60, 30);
  </script>
</body></html>`;

/** A page of its own origin that records itself with rrweb and sends what it has twice a second, as the recording backend's pages do. */
export const recordedSite = (sightline: string): Promise<LoopbackSite> =>
  loopbackSite((request, response) => {
    const isRecorder = request.url === '/recorder.js';
    response.setHeader('content-type', isRecorder ? 'text/javascript' : 'text/html');
    response.end(isRecorder ? RECORDER : PAGE.replace('</body>', `<script src="/recorder.js"></script>${starter(sightline)}</body>`));
  });

const starter = (sightline: string): string => `<script>
  const session = new URLSearchParams(location.search).get('session');
  const waiting = [];
  const post = (path, body) =>
    fetch('${sightline}' + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ session_id: session, ...body }) });
  window.sent = Promise.resolve();
  // All of it: a page that is closed while one is under way takes that along.
  window.flush = () => (window.sent = Promise.all([window.sent, waiting.length > 0 && post('/api/record', { events: waiting.splice(0) })]));
  window.track = (type, details) => post('/api/track', { timestamp: new Date().toISOString(), type, url: location.href, details });
  (window.rrwebRecord ?? window.rrweb).record({ emit: (event) => waiting.push(event), recordCanvas: true, sampling: { canvas: 4 } });
  setInterval(window.flush, 500);
  window.track('pageView', { url: location.href, title: document.title });
</script>`;
