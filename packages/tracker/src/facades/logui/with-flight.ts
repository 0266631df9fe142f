import { parsed } from '../../identity/parsed.ts';
import type { Group } from '../../handlers/group.ts';
import type { LogUIConfig } from './logui-config.ts';
import { isPlain } from './shape.ts';

type Choice = LogUIConfig['logUIConfiguration']['doNotTrack'] & string;

/** A configuration with what a script that was made for a flight knows of it: token, groups, and how to take a browser that asks not to track. The page's own words win. */
export function withFlight(config: LogUIConfig, { flightToken, logui, doNotTrack }: DOMStringMap): LogUIConfig {
  if (!flightToken || !isPlain(config)) return config;
  const token: Partial<LogUIConfig['logUIConfiguration']> = { authorisationToken: flightToken };
  const groups = parsed<Record<string, Group>>(logui);
  return {
    ...config,
    logUIConfiguration: {
      ...token,
      ...(doNotTrack && { doNotTrack: doNotTrack as Choice }),
      ...config.logUIConfiguration,
    },
    trackingConfiguration: { ...groups, ...config.trackingConfiguration },
  };
}
