import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What the server hands to browsers, where the build put it. */
export interface PageFiles {
  /** The console: `index.html` and `assets/`. */
  dashboard: string;
  /** The scripts for pages: `sightline.js` and its add-ons. */
  scripts: string;
  /** The example sites, a folder each. */
  examples: string;
}

/** The files of this installation; throws where the build has not made them. */
export function locatePageFiles(): PageFiles {
  const files = {
    dashboard: fromHere('../../../dashboard/dist/app'),
    scripts: fromHere('../../../tracker/dist/scripts'),
    examples: fromHere('../../../../examples'),
  };
  for (const [name, path] of Object.entries(files)) {
    if (!existsSync(path)) throw new Error(`The ${name} is not built: ${path} is missing. Run \`npm run build\`.`);
  }
  return files;
}

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
