/** Loads another of the tracker's scripts, with what it has to know in its `data-` attributes; tells where it cannot be had. */
export function loadScript({ document }: Window, url: string, failed: () => void, data: Record<string, string> = {}): void {
  const script = document.createElement('script');
  script.src = url;
  Object.assign(script.dataset, data);
  script.addEventListener('error', failed);
  document.head.append(script);
}
