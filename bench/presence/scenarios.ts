import { attention } from './scenarios/attention.ts';
import { ending } from './scenarios/ending.ts';
import { navigation } from './scenarios/navigation.ts';
import { stopping } from './scenarios/stopping.ts';
import type { Scenario } from './scenario.ts';

/** Every one, from the plain to the strange. */
export const scenarios: readonly Scenario[] = [...attention, ...navigation, ...ending, ...stopping];
