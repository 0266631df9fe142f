import type { BuilderState } from '@sightline/protocol';
import type { Group } from '../handlers/group.ts';
import type { BuilderCalls } from './builder-calls.ts';
import type { EditedGroup } from './group-form.ts';
import { groupOf } from './group-of.ts';

/** A flight's groups as they are being made, until they are saved as its next version. */
export function createDraft({ state, calls }: { state: BuilderState; calls: Pick<BuilderCalls, 'save'> }) {
  const groups: Record<string, Group> = Object.fromEntries(
    Object.entries(state.logui ?? {}).map(([key, group]) => [key, { ...group } as Group]),
  );
  let { version } = state;
  let isChanged = false;
  const freeKey = (wanted: string): string => {
    let key = wanted;
    for (let number = 2; key in groups; number += 1) key = `${wanted}-${number}`;
    return key;
  };
  return {
    groups,
    freeKey,
    version: (): number => version,
    isChanged: (): boolean => isChanged,
    blank: (): EditedGroup => ({
      key: `group-${Object.keys(groups).length + 1}`,
      selector: '',
      event: 'mouseClick',
      name: '',
      metadata: [],
    }),
    /** Takes a group in, in the place of the one that was `known` so. */
    put(edited: EditedGroup, known?: string): void {
      const made = groupOf(edited, known === undefined ? undefined : groups[known]);
      if (known !== undefined && known !== edited.key) delete groups[known];
      groups[known === edited.key ? edited.key : freeKey(edited.key)] = made;
      isChanged = true;
    },
    remove(key: string): void {
      delete groups[key];
      isChanged = true;
    },
    async save(): Promise<void> {
      ({ version } = await calls.save(version, groups));
      isChanged = false;
    },
  };
}
