// Runs before the first paint, so that a theme chosen by hand shows from the start: the console itself comes a moment later.
// Mantine keeps the choice under this key.
(() => {
  const kept = localStorage.getItem('mantine-color-scheme-value');
  const chosen = kept === 'light' || kept === 'dark' ? kept : undefined;
  const scheme = chosen ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  document.documentElement.dataset.mantineColorScheme = scheme;
})();
