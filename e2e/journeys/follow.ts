import type { Page } from 'playwright-core';

/** Goes to a page of the console by the rail, and is there when this is done. */
export async function follow(desk: Page, name: string): Promise<void> {
  const link = desk.getByRole('navigation').first().getByRole('link', { name, exact: true });
  await link.click();
  await link.and(desk.locator('[aria-current="page"]')).waitFor();
}
