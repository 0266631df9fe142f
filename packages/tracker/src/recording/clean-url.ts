/** Query and fragment parameters that open something or name somebody, by what their names hold. */
const TELLING =
  /([?&#;](?:[\w.%-]*[._-])?(?:access|refresh|id|csrf|xsrf|auth|reset)?_?(?:token|secret|passw\w*|passcode|pwd|api[_-]?key|auth(?:orization)?|credential|signature|sig|(?:j|php)?sess(?:ion)?(?:_?id)?|sid|jwt|otp|code|ticket|hash|e?mail|phone)=)[^&#;]+/gi;

/** An address without the values of parameters that open something or name somebody. */
export const cleanUrl = (url: string): string => (/[?#;]/.test(url) ? url.replace(TELLING, '$1***') : url);
