/** Loads another of the tracker's scripts; tells where it cannot be had. */
export function loadScript({ document }: Window, url: string, failed: () => void): void {
  const script = document.createElement('script');
  script.src = url;
  script.addEventListener('error', failed);
  document.head.append(script);
}
