import type { Page } from 'playwright-core';

/** Typed key by key. */
const TYPED = {
  text: 'qxtextfield7f3z',
  search: 'qxsearchfield7f3z',
  email: 'qxemail7f3z@example.org',
  url: 'https://qxurlfield7f3z.example/',
  tel: '0417726389105',
  password: 'qxpassword7f3z',
  number: '904172635',
  area: 'qxareafirst7f3z\nqxareasecond7f3z',
  cleared: 'qxcleared7f3z',
  editable: 'qxeditable7f3z',
  role: 'qxroletextbox7f3z',
  toggled: 'qxtoggled7f3z',
  card: '4929417726389105',
  code: '58203917',
  named: '739162',
  rendered: 'qxrendered7f3z',
  echoed: 'qxechoed field7f3z',
  ignored: 'qxignored7f3z',
  listed: 'qxlisted7f3z',
  'in-blocked': 'qxinblocked7f3z',
  'in-rr-block': 'qxinrrblock7f3z',
  'in-private': 'qxinprivate7f3z',
  shadowed: 'qxshadowed7f3z',
};
/** Set at once, as by a date picker. */
const SET = { date: '1987-03-29', time: '03:47', month: '1983-11', week: '1991-W37', datetime: '1979-08-17T05:39', color: '#3a7f91' };
const OTHERS = [
  'qxhiddenfield7f3z',
  'qxhiddenlater7f3z',
  'qxaccountnumber7f3z',
  'qxpagetext7f3z',
  'qxfilled7f3z',
  'qxpasted7f3z',
  'qxdropped7f3z',
  'qxframed7f3z',
  'qxfilename7f3z',
  'qxinline7f3z',
  'qxuntyped7f3z',
];
/** All of them. */
export const SECRETS = [...Object.values(TYPED).flatMap((text) => text.split('\n')), ...Object.values(SET), ...OTHERS];

/** Puts a secret of its own into everything on `leaks.html` that can hold one. */
export const fillWithSecrets = async (page: Page) => {
  for (const [id, text] of Object.entries(TYPED)) {
    await page.focus(`#${id}`);
    await page.keyboard.type(text);
  }
  for (const [id, text] of Object.entries(SET)) await page.fill(`#${id}`, text);
  await page.setInputFiles('#file', { name: 'qxfilename7f3z.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
  await page.frameLocator('#frame').locator('#framed').pressSequentially('qxframed7f3z');
  await page.fill('#cleared', '');
  await page.evaluate(() => {
    const field = (id: string) => document.getElementById(id) as HTMLInputElement;
    const input = (id: string, value: string, inputType: string) => {
      field(id).value = value;
      field(id).dispatchEvent(new InputEvent('input', { bubbles: true, inputType, data: value }));
    };
    input('filled', 'qxfilled7f3z', 'insertReplacementText');
    input('dropped', 'qxdropped7f3z', 'insertFromDrop');
    field('pasted').focus();
    document.execCommand('insertText', false, 'qxpasted7f3z');
    field('hidden').value = 'qxhiddenlater7f3z';
    field('untyped').value = 'qxuntyped7f3z';
    field('untyped').setAttribute('placeholder', 'qxuntyped7f3z');
    field('checkbox').click();
    field('radio').click();
    const inline = field('inline');
    inline.contentEditable = 'true';
    inline.focus();
    document.execCommand('insertText', false, 'qxinline7f3z');
    inline.contentEditable = 'inherit';
  });
};
