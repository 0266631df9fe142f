import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Rule } from '@sightline/protocol';
import { Fragment, useState } from 'react';
import { useApi } from '../../api-context.ts';
import { text } from '../../text/text.ts';
import { PastedGroup } from './pasted-group.tsx';
import { RuleForm } from './rule-form.tsx';

/** Asks for a rule, and applies it at once. */
export function NewRule({ flight }: { flight: string }) {
  const api = useApi();
  const queryClient = useQueryClient();
  const [made, setMade] = useState(0);
  const [pasted, setPasted] = useState<Rule>();
  const add = useMutation({
    mutationFn: (rule: Rule) => api.createRule(flight, rule),
    onSuccess: async () => {
      setPasted(undefined);
      setMade((before) => before + 1);
      await queryClient.invalidateQueries({ queryKey: ['rules', flight] });
    },
  });
  // An empty form again after each.
  return (
    <Fragment key={made}>
      <RuleForm
        key={JSON.stringify(pasted)}
        label={text.rules.form}
        {...(pasted && { rule: pasted })}
        action={text.rules.add}
        busy={add.isPending}
        failure={add.error}
        onSave={(rule) => add.mutate(rule)}
      />
      <details>
        <summary>{text.rules.fromGroup}</summary>
        <PastedGroup onRule={setPasted} />
      </details>
    </Fragment>
  );
}
