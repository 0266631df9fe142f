import { Button } from '@mantine/core';
import { text } from '../../text/text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

/** Why nobody is listed, and where somebody may be. */
export function NoPeople({ unknown, searching, onOther }: { unknown: boolean; searching: boolean; onOther: () => void }) {
  const words = text.people;
  const [title, meaning] = searching
    ? [words.noneMatch, words.noneMatchMeaning]
    : unknown
      ? [words.noneUnknown, words.noneUnknownMeaning]
      : [words.none, words.noneMeaning];
  return (
    <EmptyState part title={title} meaning={meaning}>
      <Button variant="default" onClick={onOther}>
        {unknown ? words.toKnown : words.toUnknown}
      </Button>
    </EmptyState>
  );
}
