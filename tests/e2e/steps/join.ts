import { expect } from '@playwright/test';
import { send, type Visit } from '../visit';

export type Newcomer = { email: string; password: string; family: string };

let made = 0;

export const newcomer = (project: string): Newcomer => {
  made += 1;
  const family = `Test${project}${process.pid.toString(36)}${made}`.replace(
    /\d/g,
    (digit) => 'abcdefghij'[Number(digit)] ?? '',
  );
  return { email: `${family.toLowerCase()}@example.test`, password: 'kuzushi tsukuri kake', family };
};

/** A visitor finds a course in the catalogue, opens it, signs up and comes back to it. */
export async function findAndSignUp(visit: Visit, course: string, who: Newcomer): Promise<void> {
  const { page } = visit;
  await visit.open('');
  await visit.inspect();
  await visit.open('/courses');
  await visit.inspect();
  await page.locator(`main a[href="/${visit.lang}/courses/${course}"]`).first().click();
  await expect(page).toHaveURL(new RegExp(`/courses/${course}$`));
  await visit.inspect();
  await page.locator('main a[href*="/sign-up?to="]').first().click();
  await visit.inspect();
  await page.locator('[name=contact]').fill(who.email);
  await page.locator('[name=family]').fill(who.family);
  await page.locator('[name=given]').fill('Aliya');
  await page.locator('[name=latinFamily]').fill(who.family);
  await page.locator('[name=latinGiven]').fill('Aliya');
  await page.locator('[name=password]').fill(who.password);
  await page.locator('[name=consent]').check();
  await send(visit, 'access:sign-up.submit');
  await expect(page).toHaveURL(new RegExp(`/courses/${course}$`));
}

/** The address stands in the mail that was not sent; an admin of the demo reads it in the outbox. */
export async function confirmEmail(visit: Visit, admin: Visit, { email }: Newcomer): Promise<void> {
  await admin.open('/admin/outbox');
  const row = admin.page.locator('tr').filter({ hasText: email }).first();
  const code = /confirm-email\/([\w-]{32})/.exec((await row.textContent()) ?? '')?.[1];
  expect(code, 'the mail with the link').toBeTruthy();
  await visit.open(`/confirm-email/${code}`);
  await visit.inspect();
  await send(visit, 'access:confirm.submit');
  await expect(visit.page).toHaveURL(/\/learn$/);
}

export async function enrol(visit: Visit, course: string): Promise<void> {
  const { page } = visit;
  await visit.open(`/courses/${course}`);
  await send(visit, 'catalogue:course.enrol');
  await expect(page).toHaveURL(new RegExp(`/learn/${course}$`));
  await visit.inspect();
}
