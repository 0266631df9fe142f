/** A handler as the builder offers it. */
export interface OfferedHandler {
  event: string;
  label: string;
  /** The keys of `properties` that get a name of their own; where there are none the group's name is the event's. */
  named: readonly string[];
}

/** What may be chosen for a group. */
export const OFFERED_HANDLERS: readonly OfferedHandler[] = [
  { event: 'mouseClick', label: 'Click', named: ['primary'] },
  { event: 'mouseHover', label: 'Hover', named: ['mouseenter', 'mouseleave'] },
  { event: 'formSubmission', label: 'Form submitted', named: [] },
  { event: 'scrollable', label: 'Scrolling of the element', named: ['scrollStart', 'scrollEnd'] },
  { event: 'elementVisibility', label: 'Seen on screen', named: ['expose', 'obscure'] },
  { event: 'focus', label: 'Focus', named: [] },
  { event: 'blur', label: 'Focus lost', named: [] },
  { event: 'change', label: 'Value changed (not the value)', named: [] },
  { event: 'copy', label: 'Copied from', named: [] },
];
