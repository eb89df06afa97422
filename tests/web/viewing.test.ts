import { beforeAll, expect, it } from 'vitest';
import { packageRecordings } from '../support/package-recordings';
import { useSite } from '../support/site';
import type { WebClient } from '../support/web-client';

const site = useSite({ demo: true });
const PAGE = '/ru/recordings/kuzushi';

beforeAll(() => packageRecordings(site.current.services, 'kuzushi'), 200_000);

/** What the page hands to the player, as JSON. */
async function settingsOf(client: WebClient, path = PAGE): Promise<Record<string, unknown>> {
  const html = (await client.get(path)).text;
  const written = /data-settings="([^"]*)"/.exec(html)?.[1] ?? '{}';
  return JSON.parse(written.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&'));
}

const tell = (client: WebClient, body: unknown) =>
  client.send('/api/v1/viewing', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { origin: site.current.origin, 'content-type': 'application/json' },
  });

it('a recording goes on where its viewer stopped, in the languages they chose, in every language', async () => {
  const coach = await site.current.signIn('coach');
  const { recordingId, startAt, viewing } = await settingsOf(coach);
  expect([startAt, viewing]).toEqual([0, expect.objectContaining({ keepsPosition: true, choice: null })]);
  const choice = { audio: 'ja', captions: ['kk', 'ru'] };
  for (let times = 0; times < 2; times += 1)
    expect((await tell(coach, { recordingId, position: 17, choice })).status).toBe(204);
  for (const path of [PAGE, PAGE.replace('ru', 'ja')])
    expect(await settingsOf(coach, path)).toMatchObject({ startAt: 17, viewing: { choice } });
  expect(await settingsOf(coach, `${PAGE}?t=5`)).toMatchObject({ startAt: 5 });
  expect(await settingsOf(await site.current.signIn('registrar'))).toMatchObject({ startAt: 0 });
});

it('a visitor’s page knows nobody, and a visitor’s report is refused', async () => {
  const visitor = site.current.visitor();
  const { recordingId, viewing } = await settingsOf(visitor);
  expect(viewing).toBeNull();
  expect((await tell(visitor, { recordingId, position: 17 })).status).toBe(401);
});

it('the player learns its pictures, its qualities and who wrote the captions', async () => {
  const settings = await settingsOf(site.current.visitor());
  expect(settings).toMatchObject({
    framesPerSecond: 12.5,
    storyboard: expect.stringMatching(/^\/media\/.+\/storyboard\.vtt$/),
    captions: expect.arrayContaining([
      expect.objectContaining({ lang: 'ru', machine: false }),
      expect.objectContaining({ lang: 'kk', machine: true }),
    ]),
    modes: expect.arrayContaining([expect.objectContaining({ value: 'full-240' })]),
  });
  expect((settings.chapters as unknown[]).length).toBeGreaterThan(1);
});
