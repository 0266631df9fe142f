import type { Page } from 'playwright-core';

/** What somebody does in the search experiment: what they look for, and how many of the texts found they open. */
export interface Search {
  query: string;
  opens: number;
}

/** Who leaves at once leaves before the recorder is there. */
const READING_MS = 1_200;

/** Comes by a recruitment link, agrees to what they are shown, searches, opens texts and marks the last as helpful. */
export async function takePart(person: Page, link: string, { query, opens }: Search): Promise<void> {
  await person.goto(link);
  await person.getByRole('button', { name: 'I agree and take part' }).click();
  await person.getByRole('button', { name: 'Agree to both' }).click();
  await person.getByLabel('Search 61 texts about pottery').fill(query);
  await person.getByRole('button', { name: 'Search', exact: true }).click();
  for (let place = 0; place < opens; place += 1) {
    await person.locator('.result a').nth(place).click();
    // The text is put in by the page's script, as are its links.
    await person.locator('#title').filter({ hasText: /\S/ }).waitFor();
    await person.waitForTimeout(READING_MS);
    if (place === opens - 1) await person.getByRole('button', { name: 'This helps with the task' }).click();
    await person.locator('#back').click();
    await person.locator('.result a').first().waitFor();
  }
}
