/** Loads another of the tracker's scripts, with what it has to know in its `data-` attributes; tells where it cannot be had. */
export function loadScript({ document }: Window, url: string, data: Record<string, string>, failed: () => void): void {
  const script = document.createElement('script');
  script.src = url;
  script.async = true;
  Object.assign(script.dataset, data);
  script.addEventListener('error', failed);
  document.head.append(script);
}
