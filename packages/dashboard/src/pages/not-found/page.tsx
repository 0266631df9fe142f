import { text } from '../../text/text.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

/** An address that leads nowhere. */
export const NotFoundPage = () => (
  <EmptyState title={text.notFound.title} meaning={text.notFound.meaning}>
    <ButtonLink to="/sessions">{text.notFound.action}</ButtonLink>
  </EmptyState>
);
