import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { text } from '../text/text.ts';
import { matchCommands } from './match-commands.ts';
import styles from './palette-dialog.module.css';
import { useCommands } from './use-commands.ts';

/** Type a few letters of where to go or what to do; arrows and Enter do it. */
export default function PaletteDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const id = useId();
  const commands = useCommands();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = matchCommands(commands, typed);
  const close = () => {
    onClose();
    setTyped('');
    setAt(0);
  };
  const run = (index: number) => {
    const command = found[index];
    if (!command) return;
    close();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') run(at);
    else if (step !== undefined && found.length > 0) setAt((at + step + found.length) % found.length);
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      withCloseButton={false}
      padding={0}
      size={520}
      yOffset="12vh"
      attributes={{ content: { 'aria-label': text.palette.open } }}
    >
      <div className={styles.field}>
        <IconSearch size={16} aria-hidden />
        <input
          data-autofocus
          className={styles.input}
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
          aria-label={text.palette.placeholder}
          placeholder={text.palette.placeholder}
          value={typed}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
        />
      </div>
      <ul id={`${id}-list`} role="listbox" aria-label={text.palette.results} className={styles.list}>
        {found.map(({ label, hint, icon: Icon }, index) => (
          // The keyboard's way is the field above: a listbox's options are not focused one by one.
          <li
            key={`${label} ${hint}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className={styles.option}
            onMouseMove={() => setAt(index)}
            onClick={() => run(index)}
          >
            <Icon size={16} stroke={1.75} aria-hidden />
            <span className="cut">{label}</span>
            <span className={`cut quiet ${styles.hint}`}>{hint}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className={styles.nothing}>{text.palette.nothing(typed)}</p> : null}
    </Modal>
  );
}
