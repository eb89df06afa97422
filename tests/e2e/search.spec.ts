import { expect } from '@playwright/test';
import { send, test } from './visit';

const TYPED = { kk: 'учи-м', ru: 'учи-м', ja: 'うちま', en: 'uchi-m' } as const;

test('the search answers without script, and by its button', async ({ visit }) => {
  await visit.open('/search');
  await visit.page.locator('#search').fill('内股');
  await send(visit, 'shell:action.search');
  await expect(visit.page).toHaveURL(/[?&]q=/);
  await expect(visit.page.locator('a[href$="/techniques/uchi-mata"]').first()).toBeVisible();
  await visit.inspect();
});

test('every header leads to it', async ({ visit }) => {
  await visit.open('/courses');
  await visit.page.locator('.fold-search > summary').click();
  await visit.page.locator('#bar-search').fill('щщщщ');
  await visit.page.locator('#bar-search').press('Enter');
  await expect(visit.page.locator('.empty')).toContainText('щщщщ');
  await visit.inspect();
});

test('suggestions are chosen by keyboard, as a combobox tells', async ({ visit }) => {
  if (!visit.withScript) return;
  const { page, lang } = visit;
  await visit.open('/search');
  const field = page.getByRole('combobox').first();
  // An answer to fewer letters that comes late makes the list anew, and nothing is chosen in it.
  const answered = page.waitForResponse(
    (answer) => new URL(answer.url()).searchParams.get('q') === TYPED[lang],
  );
  await field.pressSequentially(TYPED[lang], { delay: 60 });
  await answered;
  const options = page.getByRole('option');
  await expect(options.first()).toBeVisible();
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await visit.inspect();

  await field.press('ArrowDown');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await expect(field).toHaveAttribute(
    'aria-activedescendant',
    (await options.first().getAttribute('id')) ?? 'none',
  );
  await field.press('ArrowUp');
  await expect(field).not.toHaveAttribute('aria-activedescendant', /./);
  await field.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await expect(field).toHaveValue(TYPED[lang]);

  await field.press('ArrowDown');
  await expect(options.first()).toBeVisible();
  await field.press('ArrowDown');
  await field.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/${lang}/techniques/uchi-mata$`));
});

test('the search’s script stays within eight kilobytes', async ({ visit }) => {
  if (!visit.withScript) return;
  const sizes: number[] = [];
  visit.page.on('response', async (response) => {
    if (response.request().resourceType() === 'script')
      sizes.push((await response.request().sizes()).responseBodySize);
  });
  await visit.page.goto(`/${visit.lang}/search`, { waitUntil: 'networkidle' });
  expect(sizes.length).toBeGreaterThan(0);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(8_000);
});
