/** Puts a text on the clipboard; says whether that worked. */
export async function copyText(value: string): Promise<boolean> {
  // Plain http on another host than localhost is no secure context, and has no clipboard: select and copy as one used to.
  if (!navigator.clipboard) return copyBySelection(value);
  return navigator.clipboard.writeText(value).then(
    () => true,
    () => copyBySelection(value),
  );
}

function copyBySelection(value: string): boolean {
  const field = document.createElement('textarea');
  field.value = value;
  field.setAttribute('readonly', '');
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  return copied;
}
