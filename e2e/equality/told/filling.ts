import type { Told } from './told.ts';

/** A form that is begun, left for half an hour, corrected and sent. */
export const FILLING: readonly Told[] = [
  [209_000, 'elementInView', { name: 'signup', lengthMs: 4_000 }],
  [212_000, 'focusin', { name: 'email' }],
  [214_000, 'change', { name: 'email' }],
  [215_000, 'change', { name: 'email' }],
  [216_000, 'focusout', { name: 'email' }],
  [216_000, 'focusin', { name: 'card' }],
  [265_000, 'focusout', { name: 'card' }],
  [2_203_000, 'focusin', { name: 'email' }],
  [2_204_000, 'input', { name: 'email' }],
  [2_204_500, 'focusout', { name: 'email' }],
  [2_204_600, 'focusin', { name: 'email' }],
  [2_204_700, 'focusout', { name: 'email' }],
  [2_204_800, 'input', { name: 'newsletter' }],
  [2_205_000, 'submit', { name: 'signup' }],
];
