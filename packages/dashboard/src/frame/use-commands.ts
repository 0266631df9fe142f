import { useMantineColorScheme } from '@mantine/core';
import { IconExternalLink, IconFlag, IconLogout, IconMoon, IconSun, type Icon } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useApi } from '../api-context.ts';
import { applicationsQuery } from '../data/applications.ts';
import { useScope } from '../scope/use-scope.ts';
import { text } from '../text/text.ts';
import { DESTINATIONS, SETTINGS } from './destinations.ts';
import { useSignOut } from './use-sign-out.ts';

/** One line of the command palette. */
export interface Command {
  label: string;
  hint: string;
  icon: Icon;
  run: () => void;
}

/** Everything the command palette offers here and now. */
export function useCommands(): Command[] {
  const { data } = useSuspenseQuery(applicationsQuery(useApi()));
  const { choose } = useScope();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { setColorScheme } = useMantineColorScheme();
  return [
    ...[...DESTINATIONS, ...SETTINGS].map(({ to, label, icon }) => ({
      label,
      hint: text.palette.page,
      icon,
      run: () => void navigate({ to }),
    })),
    ...data.applications.flatMap((application) =>
      application.flights.map((flight) => ({
        label: text.palette.flight(flight.name),
        hint: application.name,
        icon: IconFlag,
        run: () => choose({ application: undefined, flight: flight.id }),
      })),
    ),
    { label: text.palette.shop, hint: '/shop/', icon: IconExternalLink, run: () => void window.open('/shop/', '_blank', 'noopener') },
    { label: text.palette.light, hint: text.theme.title, icon: IconSun, run: () => setColorScheme('light') },
    { label: text.palette.dark, hint: text.theme.title, icon: IconMoon, run: () => setColorScheme('dark') },
    { label: text.account.signOut, hint: text.palette.account, icon: IconLogout, run: signOut },
  ];
}
