import { text } from '../../text/text.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Entrance } from '../../ui/entrance.tsx';

/** An address that leads nowhere. */
export const NotFoundPage = () => (
  <Entrance title={text.notFound.title} meaning={text.notFound.meaning}>
    <ButtonLink to="/sessions" style={{ alignSelf: 'start' }}>
      {text.notFound.action}
    </ButtonLink>
  </Entrance>
);
