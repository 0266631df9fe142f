import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { text } from '../text/text.ts';
import styles from './scope-menu.module.css';

interface Named {
  id: string;
  name: string;
}

/** One of the scope's two names with the others to choose from. */
export function ScopeMenu<Option extends Named>({ label, chosen, options, onChoose }: ScopeMenuProps<Option>) {
  return (
    <Menu position="bottom-start" width={240} withinPortal={false}>
      <Menu.Target>
        <button type="button" className={styles.target} aria-label={`${label}: ${chosen?.name ?? text.scope.none}`}>
          <span className="cut">{chosen?.name ?? text.scope.none}</span>
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.dropdown}>
        <Menu.Label>{label}</Menu.Label>
        <Menu.RadioGroup
          value={chosen?.id ?? ''}
          onChange={(id) => {
            const option = options.find((each) => each.id === id);
            if (option) onChoose(option);
          }}
        >
          {options.map(({ id, name }) => (
            <Menu.RadioItem key={id} value={id}>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

export interface ScopeMenuProps<Option extends Named> {
  label: string;
  chosen: Option | undefined;
  options: readonly Option[];
  onChoose: (option: Option) => void;
}
