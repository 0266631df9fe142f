import { loopbackSite, type LoopbackSite } from '../loopback-site.ts';

/** Longer than what a recorder repeats with each snapshot: it travels once, as an asset. */
const SHEET = `
:root { color-scheme: light dark }
body { margin: 0; font: 16px sans-serif; background: rgb(250, 250, 250) }
#both { color: light-dark(rgb(1, 2, 3), rgb(201, 202, 203)) }
@media (prefers-color-scheme: dark) { body { background: rgb(17, 34, 51) } }
@media (prefers-reduced-motion: reduce) { #still { letter-spacing: 3px } }
${Array.from({ length: 200 }, (_, index) => `.unused-${index} { padding: ${index}px }`).join('\n')}`;

const PAGE = (
  script: string,
) => `<!doctype html><html lang="en"><head><title>Drawn</title><link rel="stylesheet" href="/sheet.css">${script}</head><body>
<h1 id="both">Both</h1><p id="still">Still</p>
<canvas id="canvas" width="120" height="80"></canvas>
<script>
  const canvas = document.getElementById('canvas').getContext('2d');
  canvas.fillStyle = '#fff';
  canvas.fillRect(0, 0, 120, 80);
  window.draw = (colour, x) => {
    canvas.fillStyle = colour;
    canvas.fillRect(x, 10, 40, 60);
    document.getElementById('still').textContent = 'Drawn ' + colour;
  };
</script></body></html>`;

/** A page of its own origin that the tracker records, canvases too: styled for its visitor, and drawn on. */
export function visitedPage({ tracker, token }: { tracker: string; token: string }): Promise<LoopbackSite> {
  const script = `<script src="${tracker}/sightline.js" data-flight-token="${token}" data-recording='{"canvas":true}' async></script>`;
  return loopbackSite((request, response) => {
    const isSheet = request.url === '/sheet.css';
    response.setHeader('content-type', isSheet ? 'text/css' : 'text/html; charset=utf-8');
    response.end(isSheet ? SHEET : PAGE(script));
  });
}
