import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { credentialAnswer } from '~/domain/credentials/inputs';
import { coursesAnswer } from '~/routes/machine/courses-answer';
import { healthAnswer, readyAnswer } from '~/routes/machine/health-answers';
import { errorAnswer } from '~/routes/machine/openapi-document';
import { machineTable } from '~/routes/machine/table';
import { machine } from '~/web/http/machine.server';
import { type CredentialWorld, openCredentialWorld } from '../domain/credentials/credential-world';
import { course } from '../domain/learning/study-world';
import { useWorld } from '../support/database';

const world = useWorld();
let house: CredentialWorld;
let origin = '';
let serial = '';
let slug = '';

const app = express().disable('etag');
const server = createServer(app);

beforeAll(async () => {
  house = await openCredentialWorld(world.current);
  const person = await house.newPerson('Айгүл Досова');
  serial = (await house.issue(person, { from: '2026-11-01', until: '2028-10-31' })).serial;
  slug = (await course(world.current)).slug;
  app.set('trust proxy', true);
  for (const [method, path, handler] of machineTable)
    app[method](path, machine(handler, world.current.services));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Each address has its own limits. */
const ask = async (path: string, from = '10.0.0.1') => {
  const answer = await fetch(origin + path, { headers: { 'x-forwarded-for': from }, redirect: 'manual' });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
};

async function json<S extends z.ZodType>(schema: S, path: string, status = 200): Promise<z.output<S>> {
  const answer = await ask(path);
  expect([path, answer.status]).toEqual([path, status]);
  return schema.parse(JSON.parse(answer.body));
}

describe('GET /api/v1/credentials/{serial}', () => {
  test('answers as its schema says, for everybody, and is never kept', async () => {
    const answer = await json(credentialAnswer, `/api/v1/credentials/${serial}`);
    expect(answer).toMatchObject({
      serial,
      status: 'valid',
      holder: { name: 'Айгүл Досова' },
      level: { slug: 'coach-one', name: { en: 'One' } },
      framework: { slug: 'kjf-coach', name: { ja: '指導者' } },
      valid_from: '2026-11-01',
      valid_until: '2028-10-31',
      on: '2026-11-23',
      as_of: '2026-11-23T09:00:00.000Z',
    });
    const { headers } = await ask(`/api/v1/credentials/${serial}`);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('takes a day and a moment', async () => {
    const at = (query: string) => json(credentialAnswer, `/api/v1/credentials/${serial}?${query}`);
    expect(await at('on=2026-10-31')).toMatchObject({ status: 'not-yet-valid', on: '2026-10-31' });
    expect(await at('on=2028-11-01')).toMatchObject({ status: 'expired', reason: 'lapsed' });
    expect(await at('known_at=2026-11-23T15:00:00%2B05:00')).toMatchObject({
      known_at: '2026-11-23T09:00:00.000Z',
    });
    await json(errorAnswer, `/api/v1/credentials/${serial}?known_at=2026-11-23T00:00:00Z`, 404);
  });

  test.each([
    'on=yesterday',
    'on=2026-02-30',
    'on=',
    'on=2026-11-23&on=2026-11-24',
    'known_at=2026-11-23',
    'known_at=2026-11-23T09:00:00',
    `on=${'1'.repeat(3000)}`,
    'on[a]=b',
  ])('refuses %s', async (query) => {
    const { error } = await json(errorAnswer, `/api/v1/credentials/${serial}?${query}`, 422);
    expect(error.code).toBe('credentials.bad-query');
  });

  test('limits only what does not exist', async () => {
    const from = '10.9.9.9';
    const unknown = () => ask('/api/v1/credentials/7K3M9QX2VD4PV', from);
    for (let tried = 0; tried < 30; tried += 1) expect((await unknown()).status).toBe(404);
    const refused = await unknown();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(errorAnswer.parse(JSON.parse(refused.body)).error.code).toBe('shell.too-many-tries');
    for (let known = 0; known < 40; known += 1)
      expect((await ask(`/api/v1/credentials/${serial}`, from)).status).toBe(200);
    expect((await ask('/api/v1/credentials/7K3M9QX2VD4PV', '10.9.9.8')).status).toBe(404);
  });
});

describe('GET /v/{serial}', () => {
  test('leads to the answer in the visitor’s language', async () => {
    const to = async (path: string, headers: Record<string, string> = {}) => {
      const answer = await fetch(origin + path, { headers, redirect: 'manual' });
      return `${answer.status} ${answer.headers.get('location')}`;
    };
    expect(await to(`/v/${serial}`)).toBe(`302 /ru/verify/${serial}`);
    expect(await to(`/v/${serial}`, { 'accept-language': 'ja' })).toBe(`302 /ja/verify/${serial}`);
    expect(await to(`/v/${serial}`, { 'accept-language': 'ja', cookie: 'lang=kk' })).toBe(
      `302 /kk/verify/${serial}`,
    );
    expect(await to('/v/..%2F..%2Fevil')).toBe('302 /ru/verify/..%2F..%2Fevil');
    expect(await to(`/v/${encodeURIComponent('😀'.repeat(100))}`)).toMatch(/^302 \/ru\/verify\//);
  });
});

describe('the other JSON addresses', () => {
  test('answer as their schemas say', async () => {
    expect(await json(healthAnswer, '/healthz')).toEqual({ status: 'ok' });
    expect(await json(readyAnswer, '/readyz', 503)).toEqual({ database: true, worker: false });
    const { courses } = await json(coursesAnswer, '/api/v1/courses?lang=ja');
    expect(courses).toMatchObject([{ id: slug, title_lang: 'en', open: expect.any(Boolean) }]);
    expect((await json(coursesAnswer, '/api/v1/courses?q=nothing-of-the-kind')).courses).toEqual([]);
    for (const query of ['lang=de', `q=${'a'.repeat(201)}`, 'q=a&q=b'])
      await json(errorAnswer, `/api/v1/courses?${query}`, 422);
  });

  test('all stand in the OpenAPI document, with every property of their schemas', async () => {
    const document = await json(
      z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.looseObject({})) }),
      '/api/v1/openapi.json',
    );
    expect(document.openapi).toBe('3.1.0');
    const spoken = machineTable.map(([, path]) => path.replace(/:(\w+)/g, '{$1}'));
    const described = spoken.filter((path) => /^\/(api\/v1\/(?!openapi)|healthz|readyz)/.test(path));
    expect(Object.keys(document.paths).sort()).toEqual(described.sort());
    const text = JSON.stringify(document);
    for (const word of [
      ...Object.keys(credentialAnswer.shape),
      'known_at',
      'intervals',
      'proofValue',
      'title_lang',
    ])
      expect(text).toContain(`"${word}"`);
    expect(text).not.toContain('$schema');
  });
});

test('GET /sitemap.xml names every public page in every language', async () => {
  const { status, body, headers } = await ask('/sitemap.xml');
  expect([status, headers.get('content-type')]).toEqual([200, 'application/xml; charset=utf-8']);
  const { publicUrl } = world.current.services.config;
  for (const lang of ['kk', 'ru', 'ja', 'en']) {
    for (const page of ['', '/courses', `/courses/${slug}`, '/register', '/verify']) {
      expect(body).toContain(`<loc>${publicUrl}/${lang}${page}</loc>`);
      expect(body).toContain(`hreflang="${lang}" href="${publicUrl}/${lang}${page}"`);
    }
  }
  expect(body).toContain(`hreflang="x-default" href="${publicUrl}/courses/${slug}"`);
});
