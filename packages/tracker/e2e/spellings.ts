/** Ways that a text can hide in what was sent: found in any of them, it has left the page. */
export function spellings(secret: string): string[] {
  const forms = [
    secret,
    secret.toUpperCase(),
    [...secret].toReversed().join(''),
    encodeURIComponent(secret),
    secret.replaceAll(' ', '+'),
    JSON.stringify(secret).slice(1, -1),
    [...secret].join(' '),
    [...secret].join(','),
    [...secret].join('","'),
    Buffer.from(secret).toString('hex'),
    [...secret].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
    [...secret].map((sign) => `&#${sign.charCodeAt(0)};`).join(''),
  ];
  // Base64 looks different by what stands before; its two ends depend on the neighbours.
  const inBase64 = [0, 1, 2].map((before) =>
    Buffer.from('x'.repeat(before) + secret)
      .toString('base64')
      .slice(before === 0 ? 0 : before + 1, -4),
  );
  return [...new Set([...forms, ...inBase64])].filter((form) => form.length >= 5);
}
