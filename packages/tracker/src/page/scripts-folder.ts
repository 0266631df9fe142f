/** The folder of the script that runs just now; add-ons come from there. */
export const scriptsFolder = ({ document, location }: Window): string => {
  const { currentScript: script } = document;
  return new URL('.', script && 'src' in script && script.src ? script.src : location.href).href;
};
