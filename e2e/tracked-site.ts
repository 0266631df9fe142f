import { loopbackSite, type LoopbackSite } from './loopback-site.ts';

/** Pages with the tracker on them: `/1`, `/2` …, each with a link to the next. */
export const openSite = ({ tracker, token }: { tracker: string; token: string }): Promise<LoopbackSite> =>
  loopbackSite((request, response) => {
    const number = Number(request.url?.slice(1).split('?')[0]) || 0;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html>
<html lang="en">
<title>Page ${number}</title>
<script>
  window.openedAt = Date.now();
</script>
${request.url === '/bare' ? '' : `<script src="${tracker}/sightline.js" data-flight-token="${token}" async></script>`}
<h1>Page ${number}</h1>
<p><a id="next" href="/${number + 1}">Next</a> <a id="other" href="/${number + 1}" target="_blank" rel="opener">In another tab</a></p>
<p data-sightline-name="price">12 kr</p>
</html>`);
  });
