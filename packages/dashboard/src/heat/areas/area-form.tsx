import { ActionIcon, Button, TextInput } from '@mantine/core';
import type { Area, AreaChange, AreaShape } from '@sightline/protocol';
import { IconX } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { text } from '../../text/text.ts';
import { Refusal } from '../../ui/refusal.tsx';
import type { Surface } from '../surface.ts';
import { selectedShape } from './area-shape.ts';
import styles from './areas.module.css';
import type { AreaDraft } from './use-area-draft.ts';
import { useFormFocus } from './use-form-focus.ts';

const words = text.heat.areas;

/** An area's name and place, new or changed: a rectangle drawn on the page, or what a selector finds there. The page shows it meanwhile. */
export function AreaForm({ area, unnamed, surface, behind, draft, busy, failure, onSave, onCancel }: AreaFormProps) {
  const [name, setName] = useState(area?.name ?? '');
  const [selector, setSelector] = useState(area?.shape.selector ?? '');
  const [problem, setProblem] = useState<string>();
  const { drawing, drawn, found, draw, find } = draft;
  const asked = selector.trim();
  const isMoved = drawn !== undefined || (asked !== '' && asked !== area?.shape.selector);
  const isRenamed = area !== undefined && name.trim() !== '' && name.trim() !== area.name;
  const { nameRef, drawRef, submitRef } = useFormFocus({ drawing, isDrawn: drawn !== undefined, isNamed: name.trim() !== '' });
  const ask = (next: string) => {
    setSelector(next);
    setProblem(undefined);
    const isAnother = next.trim() !== '' && next.trim() !== area?.shape.selector;
    find(isAnother && surface ? shapeOf(surface, next.trim(), behind) : undefined);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const shape = drawn ?? (isMoved ? found : undefined);
    const isLost = isMoved && !shape;
    setProblem(isLost ? words.finds(asked) : undefined);
    if (!isLost) onSave({ name: name.trim() || asked || unnamed, ...(shape && { shape }) });
  };
  return (
    <form className={styles.head} onSubmit={submit} aria-label={area ? words.change(area.name) : words.add}>
      <div className={styles.row}>
        <TextInput
          ref={nameRef}
          className={styles.grow}
          size="xs"
          aria-label={words.name}
          placeholder={words.name}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          ref={drawRef}
          size="xs"
          variant={drawing ? 'filled' : 'default'}
          disabled={!surface}
          type="button"
          onClick={() => draw(!drawing)}
        >
          {drawing ? words.drawing : area ? words.redraw : words.draw}
        </Button>
      </div>
      {drawing ? <p className="quiet">{words.drawingKeys}</p> : null}
      <div className={styles.row}>
        <TextInput
          className={styles.grow}
          size="xs"
          aria-label={words.selector}
          placeholder={drawn ? words.isDrawn : area ? words.selectorOnly : words.selector}
          maxLength={1_000}
          disabled={drawn !== undefined || !surface}
          value={drawn ? '' : selector}
          onChange={(event) => ask(event.currentTarget.value)}
          rightSectionPointerEvents="all"
          rightSection={
            drawn ? (
              <ActionIcon size={20} aria-label={words.discard} title={words.discard} onClick={() => draw(false)}>
                <IconX size={14} />
              </ActionIcon>
            ) : null
          }
        />
        <Button ref={submitRef} size="xs" type="submit" disabled={!isMoved && !isRenamed} loading={busy}>
          {area ? words.save(area.version + 1) : words.add}
        </Button>
        {onCancel ? (
          <Button size="xs" variant="default" type="button" onClick={onCancel}>
            {text.cancel}
          </Button>
        ) : null}
      </div>
      {found && !drawn ? <p role="status">{words.found(found.page?.boxes.length ?? 0)}</p> : null}
      {problem ? <p role="alert">{problem}</p> : null}
      <Refusal failure={failure} />
    </form>
  );
}

function shapeOf(surface: Surface, selector: string, behind: string): AreaShape | undefined {
  try {
    return selectedShape(surface, selector, behind);
  } catch {
    return undefined; // Not a selector: the same answer as one that finds nothing.
  }
}

interface AreaFormProps {
  /** What it is now; absent for a new one. */
  area?: Area;
  /** What it is called where nobody says. */
  unnamed: string;
  /** The recorded page shown; an area's place can only be told on one. */
  surface: Surface | undefined;
  /** It, as a URL names it. */
  behind: string;
  draft: AreaDraft;
  busy: boolean;
  failure: Error | null;
  onSave: (change: AreaChange & { name: string }) => void;
  onCancel?: () => void;
}
