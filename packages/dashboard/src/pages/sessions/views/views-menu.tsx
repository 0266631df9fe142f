import { ActionIcon, Button, Popover } from '@mantine/core';
import type { SavedView, ViewSearch } from '@sightline/protocol';
import { IconBookmark, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { text } from '../../../text/text.ts';
import { Refusal } from '../../../ui/refusal.tsx';
import { NameForm } from './name-form.tsx';
import { useViews, type UsedViews } from './use-views.ts';
import { isSameView } from './view-search.ts';
import styles from './views-menu.module.css';

const words = text.views;

/** The views that the application's people share: opens, saves, renames and removes them. */
export function ViewsMenu({ application, shown, onOpen }: ViewsMenuProps) {
  const used = useViews(application);
  const [open, setOpen] = useState(false);
  const current = used.views.find(({ search }) => isSameView(search, shown));
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={320} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconBookmark size={14} aria-hidden />}
          aria-expanded={open}
          aria-haspopup="dialog"
          onClick={() => setOpen(!open)}
        >
          <span className={`cut ${styles.current}`}>{current ? words.named(current.name) : words.title}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={12} aria-label={words.title}>
        {used.unread ? <p role="alert">{words.failed(used.unread.message)}</p> : null}
        {used.views.length === 0 && !used.unread ? <p className={`quiet ${styles.hint}`}>{words.none}</p> : null}
        <ul className={styles.list}>
          {used.views.map((view) => (
            <ViewLine
              key={view.id}
              view={view}
              used={used}
              isCurrent={view.id === current?.id}
              onOpen={() => {
                setOpen(false);
                onOpen(view.search);
              }}
            />
          ))}
        </ul>
        {used.removed ? (
          <p className={styles.hint} role="status">
            {words.removed(used.removed.name)}{' '}
            <Button variant="subtle" size="compact-xs" onClick={() => used.removed && used.restore(used.removed)}>
              {words.undo}
            </Button>
          </p>
        ) : null}
        <NameForm label={words.saveName} onName={(name) => used.save({ name, search: shown })} />
        <Refusal failure={used.failure} />
      </Popover.Dropdown>
    </Popover>
  );
}

export interface ViewsMenuProps {
  application: string;
  /** What the list shows now. */
  shown: ViewSearch;
  onOpen: (search: ViewSearch) => void;
}

function ViewLine({ view, used, isCurrent, onOpen }: { view: SavedView; used: UsedViews; isCurrent: boolean; onOpen: () => void }) {
  const [renaming, setRenaming] = useState(false);
  if (renaming)
    return (
      <li>
        <NameForm
          label={words.name}
          name={view.name}
          onName={(name) => used.change({ id: view.id, name }).then(() => setRenaming(false))}
          onCancel={() => setRenaming(false)}
        />
      </li>
    );
  return (
    <li className={styles.line}>
      <button type="button" className={styles.open} aria-current={isCurrent} title={words.open(view.name)} onClick={onOpen}>
        <span className="cut">{view.name}</span>
        <span className="quiet cut">{words.by(view.createdBy)}</span>
      </button>
      <ActionIcon size={24} aria-label={words.rename(view.name)} onClick={() => setRenaming(true)}>
        <IconPencil size={14} aria-hidden />
      </ActionIcon>
      <ActionIcon size={24} aria-label={words.remove(view.name)} onClick={() => used.remove(view)}>
        <IconTrash size={14} aria-hidden />
      </ActionIcon>
    </li>
  );
}
