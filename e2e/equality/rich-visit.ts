import type { Browser, Page } from 'playwright-core';

/** Somebody searches, reads, shops in a rage, scrolls to and fro, fills a form half, pastes, and comes back. */
export async function richVisit(browser: Browser, url: string): Promise<void> {
  const page = await (await browser.newContext({ viewport: { width: 1000, height: 700 } })).newPage();
  await searchAndRead(page, url);
  await shop(page, url);
  await fillForm(page, url);
  await page.goBack();
  await page.waitForTimeout(600);
  await page.close();
}

async function searchAndRead(page: Page, url: string) {
  await page.goto(`${url}/search/index.html?condition=snippets&participant=P-1`);
  await page.getByRole('button', { name: 'Without the replay' }).click();
  const ask = async (query: string) => {
    await page.locator('#query').fill(query);
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.locator('.result a').first().waitFor();
    await page.waitForTimeout(300);
  };
  const open = async (rank: number) => {
    const result = page.locator('.result a').nth(rank - 1);
    await result.hover();
    await page.waitForTimeout(250);
    await result.click();
    await page.locator('#relevant').waitFor();
    await page.waitForTimeout(700);
  };
  await ask('cracks cooling');
  await open(1);
  await page.locator('#relevant').click();
  await page.locator('#back').click();
  await page.locator('.result a').first().waitFor();
  await open(3);
  await page.goBack();
  await ask('cracks glaze');
  await ask('glaze');
  await open(2);
}

async function shop(page: Page, url: string) {
  await page.goto(`${url}/shop/products.html`);
  const vases = page.getByRole('button', { name: 'Vases' });
  for (let click = 0; click < 4; click += 1) await vases.click({ delay: 5 });
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await page.evaluate(() => document.querySelector<HTMLElement>('.chip')?.click());
  await shake(page);
  await page.mouse.move(100, 100);
  await page.mouse.move(600, 500, { steps: 12 });
  for (const way of [900, -900, 900, -900, 900]) {
    await page.mouse.wheel(0, way);
    await page.waitForTimeout(500);
  }
  await page.goto(`${url}/shop/product.html`);
  await page.waitForTimeout(500);
  await page.goBack();
  await page.waitForTimeout(500);
}

/** The pointer goes left and right, fast and far. */
async function shake(page: Page) {
  for (let turn = 0; turn < 12; turn += 1) {
    await page.mouse.move(turn % 2 === 0 ? 700 : 200, 300, { steps: 2 });
    await page.waitForTimeout(110);
  }
}

async function fillForm(page: Page, url: string) {
  await page.goto(`${url}/shop/index.html`);
  await page.locator('main a[href^="product.html"]').first().click();
  await page.getByRole('button', { name: /add/i }).first().click();
  await page.goto(`${url}/shop/checkout.html`);
  await page.getByLabel('First name').fill('Ada');
  await page.getByLabel('Last name').fill('B');
  await page.getByLabel('Email').focus();
  await page.waitForTimeout(200);
  await page.getByLabel('First name').fill('Adele');
  const word = page.getByLabel('A word to the potter');
  await word.fill('thanks');
  await word.press('Control+a');
  await word.press('Control+c');
  await word.press('Control+v');
  await page.getByLabel('Email').focus();
  await page.waitForTimeout(300);
}
