/** Loads another of the tracker's scripts; tells where it cannot be had. */
export function loadScript({ document }: Window, url: string, failed: () => void): void {
  const script = document.createElement('script');
  script.src = url;
  // A policy that knows scripts by a nonce lets ours in by the page's own.
  script.nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
  script.addEventListener('error', failed);
  document.head.append(script);
}
