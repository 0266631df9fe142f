import { findElement, wordsOf } from './find-element.ts';
import type { Surface } from './surface.ts';

/** No page is drawn longer: a list without end would be a picture without end. */
const MOST_PX = 30_000;

/** A rebuilt page laid out at its full height, so that all of it can be seen at once, and where its elements stand. */
export function recordedSurface(frame: HTMLIFrameElement, { width, height }: { width: number; height: number }): Surface {
  const inside = frame.contentDocument;
  if (!inside) throw new Error('recordedSurface: expected a frame whose document can be reached, found none');
  pinViewportUnits(inside, height);
  frame.style.width = `${width}px`;
  frame.style.height = `${height}px`;
  const full = Math.min(MOST_PX, Math.max(height, inside.documentElement.scrollHeight, inside.body?.scrollHeight ?? 0));
  frame.style.height = `${full}px`;
  inside.defaultView?.scrollTo(0, 0);
  return {
    width,
    height: full,
    viewportHeight: height,
    document: inside,
    boxOf(path) {
      const box = findElement(inside, path)?.getBoundingClientRect();
      return box && box.width > 0 && box.height > 0 ? { x: box.x, y: box.y, width: box.width, height: box.height } : undefined;
    },
    nameOf(path) {
      const element = findElement(inside, path);
      return element && wordsOf(element);
    },
  };
}

const VIEWPORT_UNIT = /(\d*\.?\d+)[sld]?vh\b/g;

/** Shares of the window's height mean the window that the page was recorded in, not the one that shows all of it. */
function pinViewportUnits(inside: Document, height: number): void {
  const pin = (rules: CSSRuleList) => {
    for (const rule of rules) {
      if ('style' in rule) pinStyle(rule.style as CSSStyleDeclaration);
      if ('cssRules' in rule) pin(rule.cssRules as CSSRuleList);
    }
  };
  const pinStyle = (style: CSSStyleDeclaration) => {
    for (const name of style) {
      const value = style.getPropertyValue(name);
      if (!value.includes('vh')) continue;
      const pinned = value.replaceAll(VIEWPORT_UNIT, (_, share: string) => `${(Number(share) * height) / 100}px`);
      if (pinned !== value) style.setProperty(name, pinned, style.getPropertyPriority(name));
    }
  };
  for (const sheet of [...inside.styleSheets, ...inside.adoptedStyleSheets]) {
    try {
      pin(sheet.cssRules);
    } catch {
      // A sheet that is still loading has no rules to read.
    }
  }
  for (const element of inside.querySelectorAll<HTMLElement>('[style*="vh"]')) pinStyle(element.style);
}
