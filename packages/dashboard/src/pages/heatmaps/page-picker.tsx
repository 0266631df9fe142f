import { Select } from '@mantine/core';
import type { HeatmapPages } from '@sightline/protocol';
import { text } from '../../text/text.ts';
import styles from './page.module.css';

/** Chooses the page, or all pages that begin alike. */
export function PagePicker({ pages, path, onChoose }: { pages: HeatmapPages['pages']; path: string; onChoose: (path: string) => void }) {
  const views = new Map(pages.map((page) => [page.path, page.views]));
  const paths = [...new Set([...pages.map((page) => page.path), path, ...folders(pages.map((page) => page.path))])];
  return (
    <Select
      className={styles.picker}
      size="xs"
      aria-label={text.heat.page}
      searchable
      allowDeselect={false}
      limit={100}
      maxDropdownHeight={360}
      data={paths}
      value={path}
      onChange={(chosen) => (chosen === null ? undefined : onChoose(chosen))}
      renderOption={({ option: { value } }) => (
        <span className={styles.option}>
          <span className="cut">{value.endsWith('*') ? text.heat.startsWith(value) : value}</span>
          <span className="quiet">{views.has(value) ? text.heat.pageViews(views.get(value) ?? 0) : ''}</span>
        </span>
      )}
    />
  );
}

/** Beginnings that several pages share, as patterns. */
function folders(paths: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    if (folder !== '') counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > 1).map(([folder]) => `${folder}*`);
}
