import { DEFAULT_CAPTURE, type Application, type Flight } from '@sightline/protocol';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../api-context.ts';
import { applicationsQuery } from '../../data/applications.ts';

/** What a first flight is to record, beside events. */
export interface FlightWishes {
  recording: boolean;
  presence: boolean;
  consent: boolean;
}

interface FirstFlight {
  application: string;
  flight: string;
  origins: string[];
  wishes: FlightWishes;
}

/** Makes an application, its flight and what it records. What was made before something failed is gone on with, not made twice. */
export function useFirstFlight(): (wanted: FirstFlight) => Promise<Flight> {
  const api = useApi();
  const queries = useQueryClient();
  const [made, setMade] = useState<{ application?: Application; flight?: Flight }>({});
  return async (wanted) => {
    const application = made.application ?? (await api.createApplication({ name: wanted.application }));
    setMade({ application });
    const flight = made.flight ?? (await api.createFlight(application.id, { name: wanted.flight, allowedOrigins: wanted.origins }));
    setMade({ application, flight });
    const { recording, presence } = DEFAULT_CAPTURE;
    await api.saveSettings(flight.id, {
      version: 0,
      settings: {
        ...DEFAULT_CAPTURE,
        recording: { ...recording, enabled: wanted.wishes.recording },
        presence: { ...presence, enabled: wanted.wishes.presence },
        consent: wanted.wishes.consent ? 'required' : 'none',
      },
    });
    await queries.invalidateQueries({ queryKey: applicationsQuery(api).queryKey });
    return flight;
  };
}
