import { Button, TextInput } from '@mantine/core';
import type { SecondFactorStart } from '@sightline/protocol';
import { useMutation } from '@tanstack/react-query';
import { renderSVG } from 'uqr';
import { useApi } from '../../api-context.ts';
import { text } from '../../text/text.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import styles from '../../ui/form-page.module.css';
import { formTexts } from '../../ui/form-texts.ts';
import { Refusal } from '../../ui/refusal.tsx';

const words = text.ownAccount;

/** What an authenticator needs, the backup codes, and the first code that shows that it works. */
export function Authenticator({ start: { uri, backupCodes }, onDone }: { start: SecondFactorStart; onDone: () => Promise<unknown> }) {
  const api = useApi();
  const confirm = useMutation({ mutationFn: api.confirmSecondFactor, onSuccess: onDone });
  const picture = `data:image/svg+xml,${encodeURIComponent(renderSVG(uri))}`;
  const backup = backupCodes.join('\n');
  return (
    <div className={styles.column}>
      <p>{words.scan}</p>
      <img className={styles.qr} src={picture} alt={words.qr} />
      <div className={styles.shown}>
        <span className="quiet">{words.key}</span>
        <code>{new URL(uri).searchParams.get('secret')}</code>
      </div>
      <p>{words.backup}</p>
      <ul className={styles.codes}>
        {backupCodes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <CopyButton value={backup} label={words.copyBackup} />
      <form
        className={styles.column}
        onSubmit={(event) => {
          event.preventDefault();
          confirm.mutate(formTexts(event.currentTarget, ['code']).code);
        }}
      >
        <TextInput name="code" label={words.confirm} inputMode="numeric" autoComplete="one-time-code" pattern="\s*\d{6}\s*" required />
        <Refusal failure={confirm.error} />
        <Button type="submit" loading={confirm.isPending}>
          {words.turnOn}
        </Button>
      </form>
    </div>
  );
}
