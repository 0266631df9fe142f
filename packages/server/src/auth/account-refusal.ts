/** Why an account was not made, changed or let in. */
export interface AccountRefusal {
  refusal: 'codeInvalid' | 'credentialsWrong' | 'tooFast' | 'emailTaken' | 'notFound' | 'lastOwner';
  message: string;
  field?: string;
  retryAfterS?: number;
}
