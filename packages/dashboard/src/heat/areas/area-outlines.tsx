import type { Area } from '@sightline/protocol';
import { text } from '../../text/text.ts';
import type { Surface } from '../surface.ts';
import { AreaOutline } from './area-outline.tsx';
import type { AreaDraft } from './use-area-draft.ts';

/** The areas of a page with their names, where they are on the page shown, and the one at work before it is kept. */
export function AreaOutlines({ areas, surface, chosen, draft: { of, drawing, drawn, found } }: AreaOutlinesProps) {
  const draft = drawn ?? found;
  const isReplaced = drawing || draft !== undefined;
  return (
    <>
      {areas.map(({ id, name, shape }) => (
        <AreaOutline
          key={id}
          name={name}
          shape={shape}
          surface={surface}
          look={id === of && isReplaced ? 'old' : id === chosen ? 'chosen' : 'kept'}
        />
      ))}
      {draft ? <AreaOutline name={text.heat.areas.notKept} shape={draft} surface={surface} look="draft" /> : null}
    </>
  );
}

interface AreaOutlinesProps {
  areas: readonly Area[];
  surface: Surface;
  chosen: string | undefined;
  draft: AreaDraft;
}
