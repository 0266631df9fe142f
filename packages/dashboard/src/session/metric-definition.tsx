import { Tooltip } from '@mantine/core';
import type { ReactElement } from 'react';
import styles from './metric-definition.module.css';

/** Says on hover, focus or touch how a figure is defined, and what it is published as. */
export function MetricDefinition({ definition, origin, children }: MetricDefinitionProps) {
  return (
    <Tooltip
      multiline
      w={320}
      events={{ hover: true, focus: true, touch: true }}
      label={
        <div className={styles.definition}>
          <p>{definition}</p>
          {origin === undefined ? null : <p className="mono">{origin}</p>}
        </div>
      }
    >
      {children}
    </Tooltip>
  );
}

interface MetricDefinitionProps {
  definition: string;
  origin: string | undefined;
  children: ReactElement;
}
