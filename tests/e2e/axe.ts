import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe finds on the page as it stands, each finding with its elements. No page of ours holds a frame of another
 * site, so one pass over the page is enough, and only findings are gathered. Contrast takes longer than all else
 * together, and depends on neither language nor width: a page that was looked at with it can do `withContrast: false`.
 */
export async function axeFaults(page: Page, { withContrast = true } = {}): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], rules: { 'color-contrast': { enabled: withContrast } } });
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join('\n  ')}`,
  );
}
