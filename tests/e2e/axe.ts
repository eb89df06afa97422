import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

/** The whole of axe without its comments: half as much to hand to each page. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare const axe: { run(context: Document, options: RunOptions): Promise<AxeResults> };

/**
 * What axe finds on the page as it stands, each finding with its elements. No page of ours holds a frame of another
 * site, so one pass over the page is enough, and only findings are gathered. Contrast takes longer than all else
 * together, and depends on neither language nor width: a page that was looked at with it can do `withContrast: false`.
 */
export async function axeFaults(page: Page, { withContrast = true } = {}): Promise<string[]> {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(source);
  return page.evaluate(async (enabled) => {
    const { violations } = await axe.run(document, {
      resultTypes: ['violations'],
      rules: { 'color-contrast': { enabled } },
    });
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join('\n  ')}`,
    );
  }, withContrast);
}
