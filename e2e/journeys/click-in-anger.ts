import type { Locator } from 'playwright-core';

const BETWEEN_S = 0.1;

/** Clicks an element several times, a tenth of a second apart however busy the machine is: the browser is told when each click happened. */
export async function clickInAnger(target: Locator, presses: number): Promise<void> {
  await target.hover();
  const box = await target.boundingBox();
  if (!box) throw new Error('expected something to click on, found nothing that is shown');
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const session = await target.page().context().newCDPSession(target.page());
  const begin = Date.now() / 1_000 - presses * BETWEEN_S;
  for (let press = 0; press < presses; press += 1) {
    const how = { ...place, button: 'left', clickCount: press + 1, timestamp: begin + press * BETWEEN_S } as const;
    await session.send('Input.dispatchMouseEvent', { ...how, type: 'mousePressed' });
    await session.send('Input.dispatchMouseEvent', { ...how, type: 'mouseReleased' });
  }
  await session.detach();
}
