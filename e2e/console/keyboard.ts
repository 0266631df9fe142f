import type { Page } from 'playwright-core';

const STEPS_AT_MOST = 120;

/** Goes through a page as somebody without a mouse does. */
export function keyboard(page: Page) {
  /** What has the focus, as a screen reader would name it, and whether one sees that it has it. */
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return { name: '', isSeen: false };
      const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent) : [];
      const name = element.getAttribute('aria-label') ?? (labels.length > 0 ? labels.join(' ') : element.textContent);
      const { outlineStyle, boxShadow, borderColor } = getComputedStyle(element);
      const isSeen = element.matches(':focus-visible') && (outlineStyle !== 'none' || boxShadow !== 'none' || borderColor !== '');
      return { name: name.trim().replaceAll(/\s+/g, ' '), isSeen };
    });

  return {
    focused,
    /** Presses Tab until what is called so has the focus; refuses where nothing is, or where one does not see it. */
    async tabTo(name: string | RegExp): Promise<void> {
      const passed: string[] = [];
      for (let step = 0; step < STEPS_AT_MOST; step += 1) {
        await page.keyboard.press('Tab');
        const found = await focused();
        passed.push(found.name);
        if (typeof name === 'string' ? found.name !== name : !name.test(found.name)) continue;
        if (!found.isSeen) throw new Error(`${found.name} has the focus, and nobody sees it`);
        return;
      }
      throw new Error(`expected ${String(name)} within ${STEPS_AT_MOST} steps of Tab; passed ${passed.join(' | ')}`);
    },
    press: (key: string) => page.keyboard.press(key),
    type: (text: string) => page.keyboard.type(text),
  };
}
