import { Button, Popover, TextInput } from '@mantine/core';
import type { Flight } from '@sightline/protocol';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../api-context.ts';
import { participantsQuery } from '../../data/studies.ts';
import { text } from '../../text/text.ts';
import { formTexts } from '../../ui/form-texts.ts';
import { Refusal } from '../../ui/refusal.tsx';
import styles from './page.module.css';

/** Makes fresh codes, each of which is one person's way in. */
export function Invite({ flight }: { flight: Flight }) {
  const api = useApi();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const inviting = useMutation({
    mutationFn: ({ count, prefix }: { count: number; prefix: string }) => api.invite(flight.id, { count, prefix }),
    onSuccess: (answer) => {
      queries.setQueryData(participantsQuery(api, flight.id).queryKey, answer);
      setOpen(false);
    },
  });
  const words = text.study;
  return (
    <Popover opened={open} onChange={setOpen} width={300} position="bottom-end" trapFocus withRoles>
      <Popover.Target>
        <Button size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setOpen(!open)}>
          {words.invite}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.invite}>
        <form
          className={styles.notes}
          onSubmit={(event) => {
            event.preventDefault();
            const { count, prefix } = formTexts(event.currentTarget, ['count', 'prefix']);
            inviting.mutate({ count: Number(count), prefix: prefix.trim() });
          }}
        >
          <TextInput name="count" size="xs" type="number" min={1} max={1000} required defaultValue="10" label={words.howMany} />
          <TextInput name="prefix" size="xs" maxLength={20} pattern="[A-Za-z0-9_\\-]*" label={words.prefix} placeholder="P-" />
          <Refusal failure={inviting.error} />
          <Button type="submit" size="compact-sm" loading={inviting.isPending}>
            {words.makeCodes}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
