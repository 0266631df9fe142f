import { Type, type Static } from 'typebox';

const since = (description: string) => Type.Optional(Type.Number({ description: `${description}, ms after the click.` }));

/** What came after a click on something that looks as if it did something; at the time of the click, told when it is known. */
export const clickOutcomeDetails = Type.Object({
  path: Type.String({ description: 'A stable CSS path of the element.' }),
  tag: Type.String({ description: 'Tag of what was taken for interactive, in lower case.' }),
  name: Type.Optional(Type.String({ description: 'The name the page gave the element for the log.' })),
  watchedMs: Type.Number({ description: 'How long was watched: until the page changed or was left, at most.' }),
  unjudgeable: Type.Optional(
    Type.Boolean({ description: 'On a canvas, a medium, a frame or a closed shadow root, which nobody can see into.' }),
  ),
  mutationMs: since('The first change of the DOM, open shadow roots included'),
  navigationMs: since('The first change of the address, or the page was left'),
  networkMs: since('The first request'),
  inputMs: since('The first field that took another value'),
  focusMs: since('The first focus of another element'),
  scrollMs: since('The first scrolling'),
  selectionMs: since('The first change of the selection'),
  mediaMs: since('The first time a medium began, paused or moved'),
  visibilityMs: Type.Optional(
    Type.Number({
      description: 'The nearest time that page or window were shown, hidden, focused or left: before the click where negative.',
    }),
  ),
});
export type ClickOutcomeDetails = Static<typeof clickOutcomeDetails>;
