import { expect } from '@playwright/test';
import { send, unfold, type Visit } from '../visit';

/** An admin invites an instructor of a Japanese university, in Japanese; the link is shown once. */
async function invite(admin: Visit): Promise<string> {
  await admin.open('/admin/invitations');
  await admin.inspect();
  await unfold(admin, 'invitations:office.new');
  await admin.page.locator('[name=role]').selectOption('instructor');
  const tokai = await admin.page.locator('[name=organisationId] option').allTextContents();
  const label = tokai.find((text) => /東海|Tokai/.test(text));
  await admin.page.locator('[name=organisationId]').selectOption({ label: label ?? '' });
  await admin.page.locator('[name=invitedLang]').selectOption('ja');
  await send(admin, 'invitations:office.submit');
  const link = await admin.page.locator('.notice a.link').getAttribute('href');
  await admin.inspect();
  expect(link).toMatch(/\/ja\/invitation\/[\w-]{43}$/);
  return new URL(link ?? '').pathname;
}

/** Somebody whom nobody knows yet opens the link, signs up, and stands in the studio. */
export async function joinByInvitation(visit: Visit, admin: Visit): Promise<void> {
  const { page } = visit;
  await page.goto(await invite(admin));
  await visit.inspect();
  await page.locator('[name=contact]').fill(`kenshi-${process.pid}-${Date.now()}@example.test`);
  await page.locator('[name=family]').fill('試験');
  await page.locator('[name=given]').fill('講師');
  await page.locator('[name=latinFamily]').fill('Shiken');
  await page.locator('[name=latinGiven]').fill('Koshi');
  await page.locator('[name=password]').fill('kuzushi tsukuri kake');
  await page.locator('[name=consent]').check();
  await send(visit, 'invitations:submit');
  await expect(page).toHaveURL(/\/ja\/studio\/recordings$/);
  await expect(page.locator('main')).toContainText(visit.say('invitations:done'));
}
