import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useApi } from '../../api-context.ts';
import { meQuery } from '../../data/me.ts';
import { text } from '../../text/text.ts';
import { Entrance } from '../../ui/entrance.tsx';
import { FirstSight } from './first-sight.tsx';
import { OwnerForm } from './owner-form.tsx';

/** The first page of an installation: the owner's account, and then straight to the first event. */
export function SetupPage() {
  const { data } = useQuery(meQuery(useApi()));
  const code = window.location.hash.slice(1);
  if (!data) return <Entrance title="" />;
  if (data.account) return <FirstSight />;
  if (!data.needsOwner) {
    return (
      <Entrance title={text.setup.done} meaning={text.setup.doneMeaning}>
        <Link to="/sign-in">{text.signIn.title}</Link>
      </Entrance>
    );
  }
  if (code === '') return <Entrance title={text.setup.title} meaning={text.setup.noCode} />;
  return (
    <Entrance title={text.setup.title} meaning={text.setup.meaning}>
      <OwnerForm code={code} />
    </Entrance>
  );
}
