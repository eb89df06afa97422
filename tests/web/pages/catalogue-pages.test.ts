import { expect, it } from 'vitest';
import { packageRecordings } from '../../support/package-recordings';
import { useSite } from '../../support/site';

const site = useSite({ demo: true });

const open = async (path: string) => {
  const answer = await site.current.visitor().get(path);
  return { ...answer, text: answer.text.replace(/<!-- -->/g, '') };
};

it('a seminar is told in both zones, next week in the demo, and offers no registration', async () => {
  const { rows } = await site.current.services.database.pool.query<{ slug: string; days: number }>(
    `SELECT slug, extract(epoch FROM starts_at - now()) / 86400 AS days FROM seminar WHERE ends_at > now() ORDER BY starts_at LIMIT 1`,
  );
  const [next] = rows;
  expect(Number(next?.days)).toBeLessThan(14);
  const { text, status } = await open(`/ru/seminars/${next?.slug}`);
  expect(status).toBe(200);
  expect(text).toMatch(/>11:00<\/time>–<time[^>]*>11:40<\/time> Астана/);
  expect(text).toMatch(/>15:00<\/time>–<time[^>]*>15:40<\/time> Токио/);
  expect(text).not.toMatch(/<form[^>]*method="post"/);
});

it('18:00 in Tokyo stands beside 14:00 in Astana', async () => {
  const { text } = await open('/en/seminars/100-waza');
  expect(text).toMatch(/>18:00<\/time> Tokyo/);
  expect(text).toMatch(/>14:00<\/time> Astana/);
});

it('recordings of a past seminar are the drawn clips, with their own length and a note', async () => {
  const { text } = await open('/en/seminars/uchi-mata-university');
  expect(text).toContain('href="/en/recordings/kuzushi"');
  expect(text).toContain('a short drawn clip of ours stands here');
  expect(text).toContain('Shihan, own drawings');
  expect(text).not.toMatch(/\b48 min\b/);
});

it('a public recording plays for everybody without script; another asks to sign in', async () => {
  await packageRecordings(site.current.services, 'kuzushi', 'safe-hall');
  const shown = await open('/ru/recordings/kuzushi?t=11');
  expect(shown.text).toMatch(/<source src="\/media\/[^"]+#t=11" type="video\/mp4"/);
  const closed = await open('/ru/recordings/safe-hall');
  expect(closed.status).toBe(200);
  expect(closed.text).not.toContain('<video');
  expect(closed.text).toContain('/ru/sign-in?to=%2Fru%2Frecordings%2Fsafe-hall');
  const coach = await (await site.current.signIn('coach')).get('/ru/recordings/safe-hall');
  expect(coach.text).toContain('<video');
}, 300_000);

it('a withdrawn recording is gone, an unknown address is none', async () => {
  const { client } = site.current.services.database;
  await client.recording.update({ where: { slug: 'tai-sabaki' }, data: { withdrawnAt: new Date() } });
  await client.contentVersion.update({ where: { id: 1 }, data: { version: { increment: 1 } } });
  expect((await open('/ru/recordings/tai-sabaki')).status).toBe(410);
  expect((await open('/ru/seminars/uchi-mata-university')).text).not.toContain('/recordings/tai-sabaki');
  for (const path of [
    'seminars/none',
    'recordings/none',
    'paths/none',
    'methodologies/none',
    'instructors/none',
  ])
    expect((await open(`/ru/${path}`)).status, path).toBe(404);
});

it('the school path holds no chokes and says so; filters that find nothing say what to leave out', async () => {
  const path = await open('/ru/paths/school-coach');
  expect(path.text).toContain('нет удушающих и болевых');
  expect(path.text).not.toContain('/courses/ne-waza-transitions');
  const none = await open('/ru/courses?age=school&length=long&mandatory=1');
  expect(none.text).toContain('Таких курсов нет');
  expect(none.text).toMatch(/href="\/ru\/courses\?age=school&amp;mandatory=1"/);
});

it('a claim is shown with its paper, and a logo without one is not served', async () => {
  const { text } = await open('/ru/partners');
  expect(text).toContain('Разрешение: № 1 (DEMO)');
  expect(text).not.toContain('partner-logo');
  expect((await open('/logos/0192f0c0-0000-7000-8000-000000000000')).status).toBe(404);
});
