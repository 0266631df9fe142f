import { PasswordInput } from '@mantine/core';
import { PASSWORD_LENGTH } from '@sightline/protocol';
import { useState } from 'react';
import { text } from '../../text/text.ts';
import { passwordProblem } from './password-problem.ts';

/** A password as it is being chosen: its field, and what is wrong with it. */
export function useNewPassword() {
  const [password, setPassword] = useState('');
  const [left, setLeft] = useState(false);
  const problem = passwordProblem(password);
  return {
    problem,
    /** From now on the field says what is wrong. */
    show: () => setLeft(true),
    field: (refused?: string) => (
      <PasswordInput
        name="password"
        label={text.account.password}
        description={text.setup.passwordRule(PASSWORD_LENGTH.least, [...password].length)}
        autoComplete="new-password"
        required
        size="md"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        onBlur={() => setLeft(password !== '')}
        error={refused ?? (left ? problem : undefined)}
      />
    ),
  };
}
