import type { Page } from '@playwright/test';

type Stop = { name: string; isMarked: boolean; isSeen: boolean };

const FOCUSABLE = 'a[href], button, summary, input:not([type=hidden]), select, textarea, [tabindex="0"]';

/** What has the focus, whether it can be seen to have it, and whether it lies in the window. */
const focused = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const { top, bottom, width } = element.getBoundingClientRect();
    return {
      name: element.outerHTML.slice(0, 100),
      isMarked: (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
      isSeen: width > 0 && bottom > 0 && top < innerHeight,
    };
  });

/** Walks through the page by the Tab key: what is never reached, or cannot be seen when it is. */
export async function keyboardFaults(page: Page): Promise<string[]> {
  const wanted = await page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()).length,
    FOCUSABLE,
  );
  const faults: string[] = [];
  let reached = 0;
  for (let step = 0; step < wanted; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (!stop) break;
    reached += 1;
    if (!stop.isMarked) faults.push(`no mark of focus: ${stop.name}`);
    if (!stop.isSeen) faults.push(`focus out of sight: ${stop.name}`);
  }
  // A group of radio buttons is one stop.
  const spare = await page.evaluate(() => {
    const names = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].map(
      ({ name }) => name,
    );
    return names.length - new Set(names).size;
  });
  if (reached < wanted - spare) faults.push(`only ${reached} of ${wanted} can be reached`);
  return faults;
}
