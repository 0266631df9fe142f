import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Rule } from '@sightline/protocol';
import { useState } from 'react';
import { useApi } from '../../api-context.ts';
import { text } from '../../text/text.ts';
import { RuleForm } from './rule-form.tsx';

/** Asks for a rule, and applies it at once. */
export function NewRule({ flight }: { flight: string }) {
  const api = useApi();
  const queryClient = useQueryClient();
  const [made, setMade] = useState(0);
  const add = useMutation({
    mutationFn: (rule: Rule) => api.createRule(flight, rule),
    onSuccess: async () => {
      setMade((before) => before + 1);
      await queryClient.invalidateQueries({ queryKey: ['rules', flight] });
    },
  });
  // An empty form again after each.
  return (
    <RuleForm
      key={made}
      label={text.rules.form}
      action={text.rules.add}
      busy={add.isPending}
      failure={add.error}
      onSave={(rule) => add.mutate(rule)}
    />
  );
}
