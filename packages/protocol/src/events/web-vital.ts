import { Type, type Static } from 'typebox';

/** One of the web vitals, as the web-vitals library defines it. */
export const webVitalDetails = Type.Object({
  type: Type.Literal('webVital'),
  name: Type.String({ description: 'CLS, FCP, INP, LCP or TTFB.' }),
  value: Type.Number(),
  rating: Type.String(),
  id: Type.String({ description: 'The same for later values of the same measurement.' }),
  navigationType: Type.String(),
});
export type WebVitalDetails = Static<typeof webVitalDetails>;
