import { describe, expect, it } from 'vitest';
import { useSite } from '../support/site';
import type { Answer, WebClient } from '../support/web-client';

const site = useSite({ demo: true });

const COURSE = '/ru/learn/safeguarding';
const VIDEO = `${COURSE}/m1-l1`;
const QUIZ = `${COURSE}/m3-l2`;

async function learner(name: string): Promise<WebClient> {
  const client = await site.current.signIn(name);
  expect((await client.post('/ru/courses/safeguarding')).location).toBe(COURSE);
  return client;
}

const lessonId = async (client: WebClient): Promise<string> =>
  /lessonId&quot;:&quot;([0-9a-f-]+)/.exec((await client.get(VIDEO)).text)?.[1] ?? '';

const report = (client: WebClient, body: unknown): Promise<Answer> =>
  client.send('/api/v1/progress', {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { origin: site.current.origin, 'content-type': 'application/json' },
  });

describe('a visitor', () => {
  it('is led to sign up and back to the course', async () => {
    const page = await site.current.visitor().get('/ja/courses/safeguarding');
    expect(page.text).toContain('href="/ja/sign-up?to=%2Fja%2Fcourses%2Fsafeguarding"');
    expect((await site.current.visitor().post('/ja/courses/safeguarding')).location).toContain(
      '/ja/sign-in?to=',
    );
  });

  it('sees neither desk nor lessons', async () => {
    for (const path of ['/ru/learn', COURSE, VIDEO]) {
      expect((await site.current.visitor().get(path)).location).toBe(
        `/ru/sign-in?to=${encodeURIComponent(path)}`,
      );
    }
  });
});

describe('somebody who is not enrolled', () => {
  it('gets 404 and the way to the course; a course that does not exist is only not found', async () => {
    const client = await site.current.signIn('admin');
    const page = await client.get(VIDEO);
    expect(page.status).toBe(404);
    expect(page.text).toContain('href="/ru/courses/safeguarding"');
    expect((await client.get('/ru/learn/no-such-course/x')).status).toBe(404);
  });
});

describe('progress as JSON', () => {
  it('is added up, refused when too fast, and malformed reports are told', async () => {
    const client = await learner('registrar');
    const id = await lessonId(client);
    const saved = await report(client, {
      lessonId: id,
      intervals: [
        [0, 10],
        [5, 12],
      ],
      position: 12,
      clientId: 'a',
      sentAt: 'now',
    });
    expect([saved.status, JSON.parse(saved.text).watchedSeconds]).toEqual([200, 12]);
    const fast = await report(client, { lessonId: id, intervals: [[0, 9000]], position: 0 });
    expect([fast.status, JSON.parse(fast.text).error.code]).toEqual([429, 'learning.too-fast']);
    expect(Number(fast.headers['retry-after'])).toBeGreaterThan(0);
    for (const body of ['', '{', '[]', '\u0000', 'x'.repeat(100_000), { lessonId: id, intervals: [[1]] }]) {
      expect((await report(client, body)).status).toBe(422);
    }
    const stranger = await site.current.signIn('registrar2');
    expect((await report(stranger, { lessonId: id, intervals: [[0, 1]], position: 1 })).status).toBe(404);
    expect((await report(site.current.visitor(), { lessonId: id, intervals: [[0, 1]] })).status).toBe(401);
  });

  it('ends with the session, at once', async () => {
    const phone = await learner('assessor2');
    const id = await lessonId(phone);
    const watched = async (to: number) => {
      const answer = await report(phone, { lessonId: id, intervals: [[0, to]], position: to });
      return [answer.status, JSON.parse(answer.text).watchedSeconds ?? JSON.parse(answer.text).error.code];
    };
    expect(await watched(3)).toEqual([200, 3]);
    expect(await watched(5)).toEqual([200, 5]);
    const laptop = await site.current.signIn('assessor2');
    expect((await laptop.post('/ru/account', { intent: 'end-others' })).status).toBe(303);
    expect(await watched(9)).toEqual([401, 'shell.sign-in-first']);
    expect((await laptop.get(VIDEO)).text).toContain('&quot;startAt&quot;:5');
  });
});

describe('without scripts', () => {
  it('what was watched, read and done is sent by forms, and mistakes keep what was typed', async () => {
    const client = await learner('observer');
    await client.get(VIDEO);
    const wrong = await client.post(VIDEO, { intent: 'watched', from: '0:99', to: 'later' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="0:99"');
    expect((await client.post(VIDEO, { intent: 'watched', from: '0:00', to: '0:30' })).location).toBe(VIDEO);
    expect((await client.get(VIDEO)).text).toContain('Просмотр сохранён');
    expect((await client.post(`${COURSE}/m1-l2`, { intent: 'read' })).location).toBe(`${COURSE}/m2-l1`);
    expect((await client.post(`${COURSE}/m2-l2`, { intent: 'items', items: ['0', '1'] })).location).toBe(
      `${COURSE}/m2-l2`,
    );
    expect((await client.get(`${COURSE}/m2-l2`)).text.match(/checked=""/g)).toHaveLength(2);
  });

  it('a quiz is saved, handed in and explained; no answer is in the page before', async () => {
    const client = await learner('assessor2');
    await client.post(QUIZ, { intent: 'begin' });
    const open = (await client.get(QUIZ)).text;
    const names = [
      ...new Set([...open.matchAll(/name="(answers\.[0-9a-f-]+)"/g)].map(([, name = '']) => name)),
    ];
    expect(open).not.toMatch(/id="result"|is-right|explanation/);
    expect((await client.post(QUIZ, { intent: 'save', [names[0] ?? '']: '1' })).location).toBe(QUIZ);
    const early = await client.post(QUIZ, { intent: 'submit', [names[1] ?? '']: '0' });
    expect(early.status).toBe(422);
    const all = Object.fromEntries(names.map((name) => [name, '0']));
    const sent = await Promise.all([1, 2, 3].map(() => client.post(QUIZ, { ...all, intent: 'submit' })));
    expect(sent.map(({ location }) => location)).toEqual([
      `${QUIZ}#result`,
      `${QUIZ}#result`,
      `${QUIZ}#result`,
    ]);
    expect((await client.get(QUIZ)).text).toContain('id="result"');
  });
});
