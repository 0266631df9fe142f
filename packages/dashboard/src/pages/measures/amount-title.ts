import { amountsOf, METRICS, metricId } from '@sightline/metrics';
import type { MeasureAcross } from '@sightline/protocol';
import { text } from '../../text/text.ts';

/** What a number across sessions is called: its metric, and which of its amounts where it has several. */
export function amountTitle({ metric, title, amount }: Pick<MeasureAcross, 'metric' | 'title' | 'amount'>): string {
  const known = METRICS.find((one) => metricId(one) === metric);
  const isOnly = known !== undefined && amountsOf(known).length === 1;
  return amount === '' || isOnly ? title : `${title}: ${text.across.amountOf(amount)}`;
}
