import { expect, test } from 'vitest';
import { applyForLevel } from '~/domain/applications/apply-for-level.server';
import { askForRenewal } from '~/domain/applications/ask-for-renewal.server';
import { decideApplication } from '~/domain/applications/decide-application.server';
import { remindPage } from '~/domain/reminders/remind-page.server';
import { useWorld } from '../../support/database';
import { openRenewalCast } from '../../support/renewals';

const world = useWorld();
const at = (day: string) => world.current.clock.set(`${day}T03:10:00Z`);

test('a reminder names the last day to hand in, and says when it has passed', async () => {
  at('2024-01-10');
  const cast = await openRenewalCast(world.current);
  await cast.as(null).db.ruleSetVersion.updateMany({ data: { cutOffDays: 30 } });
  const person = await cast.newPerson('Reminded');
  await cast.makeReady(person, '2024-01-05');
  const asked = { level: 'keep', languages: ['kk', 'ru'] as const, note: '' };
  const { applicationId } = await applyForLevel(cast.as(person), asked);
  await decideApplication(cast.as(cast.registrar), { act: 'confirm', applicationId, note: '' });
  const remind = async (today: string, cutOffDays?: number): Promise<string> => {
    at(today);
    await remindPage(cast.as(null), { day: '2026-01-09', today, after: null, cutOffDays });
    const mail = await cast.as(null).db.outboxMail.findFirst({ orderBy: { createdAt: 'desc' } });
    return mail?.text ?? '';
  };
  expect(await remind('2025-11-10')).toContain('Подать на продление нужно не позже 10 декабря 2025');
  expect(await remind('2025-12-26')).toContain('Последним днём подачи на продление было 10 декабря 2025');

  const sent = () => cast.as(null).db.reminder.findMany({ where: { subject: 'hand-in' } });
  const byHandIn = async (today: string, cutOffDays: number) => {
    await remind(today, cutOffDays);
    return (await sent()).map(({ distance }) => distance);
  };
  expect(await byHandIn('2025-10-11', 20)).toEqual([]);
  expect(await byHandIn('2025-10-10', 30)).toEqual([]);
  for (const _ of [1, 2]) expect(await byHandIn('2025-10-11', 30)).toEqual([60]);
  expect(await byHandIn('2025-11-26', 30)).toEqual([60, 14]);
  await cast.earn(person, 8, '2025-03-01');
  await askForRenewal(cast.as(person), asked);
  expect(await byHandIn('2025-12-09', 30)).toEqual([60, 14]);
  expect(await remind('2026-01-08')).not.toMatch(/подач|Подать/);
});
