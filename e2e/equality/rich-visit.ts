import type { Browser, Page } from 'playwright-core';

/** Somebody searches, reads, shops in a rage, scrolls to and fro, fills a form half, pastes, and comes back. */
export async function richVisit(browser: Browser, url: string): Promise<void> {
  const page = await (await browser.newContext({ viewport: { width: 1000, height: 700 } })).newPage();
  await searchAndRead(page, url);
  await shop(page, url);
  await clickInVain(page);
  await hesitate(page, url);
  await lookElsewhere(page, url);
  await fillForm(page, url);
  await page.goBack();
  await page.waitForTimeout(600);
  await page.close();
}

async function searchAndRead(page: Page, url: string) {
  await page.goto(`${url}/search/index.html?condition=snippets&participant=P-1`);
  await page.getByRole('button', { name: 'Agree to both' }).click();
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
  await page.setViewportSize({ width: 1000, height: 500 });
  await page.mouse.wheel(0, -900);
  await page.waitForTimeout(700);
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

/** Clicks on what does nothing, scrolls late, changes late, fails, and cannot be seen into. */
async function clickInVain(page: Page) {
  await page.goto(new URL('products.html', page.url()).href);
  await page.evaluate(() => {
    const shelf = document.createElement('div');
    shelf.style.cssText = 'position:fixed;inset:0 0 auto;background:white;z-index:9';
    shelf.innerHTML =
      '<button>Nothing</button><button>Scroll</button><button>Change</button><button>Ask</button><button>Fail</button><canvas width="50" height="20"></canvas>';
    const on = (place: number, act: () => void) => shelf.children[place]?.addEventListener('click', act);
    on(1, () => setTimeout(() => window.scrollBy(0, 50), 200));
    on(2, () => setTimeout(() => (shelf.dataset.changed = '1'), 1_600));
    on(3, () => void fetch('/nowhere'));
    on(4, () => setTimeout(() => Promise.reject(new Error('in vain')), 300));
    document.body.append(shelf);
  });
  const press = async (name: string, waitMs: number) => {
    await page.getByRole('button', { name, exact: true }).click();
    await page.waitForTimeout(waitMs);
  };
  await press('Nothing', 100);
  await press('Nothing', 2_600);
  await press('Nothing', 1_100);
  await press('Scroll', 500);
  await press('Change', 1_800);
  await press('Ask', 500);
  await press('Fail', 600);
  await page.locator('canvas').last().click();
  await page.waitForTimeout(300);
}

/** The pointer rests on a button that the study's groups name, and presses it after a while. */
async function hesitate(page: Page, url: string) {
  await page.goto(`${url}/shop/product.html`);
  await recording(page);
  await page.mouse.move(50, 50);
  await page.getByRole('button', { name: 'Add to basket' }).hover();
  await page.waitForTimeout(900);
  await page.getByRole('button', { name: 'Add to basket' }).click();
  // Of places within 50 ms the recorder tells one: whoever leaves at once, and rests, may seem to have stayed.
  await page.waitForTimeout(200);
  await page.mouse.move(50, 50, { steps: 4 });
  await page.waitForTimeout(100);
  await page.mouse.move(60, 60);
  // The recorder tells moves of the pointer every quarter of a second.
  await page.waitForTimeout(700);
}

/** The recorder is a script of its own: what is done before it is there is not recorded, and no rule finds it. */
async function recording(page: Page) {
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('sightline-recording')));
  await page.waitForTimeout(300);
}

/** Another tab, for a while. */
async function lookElsewhere(page: Page, url: string) {
  const other = await page.context().newPage();
  await other.goto(`${url}/shop/journal.html`);
  await other.mouse.wheel(0, 300);
  await other.waitForTimeout(600);
  await other.getByRole('link', { name: 'All pieces' }).first().click();
  await other.waitForTimeout(300);
  await other.goto('about:blank');
  await other.close();
  await page.bringToFront();
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
