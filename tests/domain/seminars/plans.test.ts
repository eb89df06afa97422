import { beforeAll, expect, it } from 'vitest';
import { Prisma } from '~/platform/db/client';
import { useWorld } from '../../support/database';
import { organisation } from '../learning/study-world';

const world = useWorld();

beforeAll(async () => {
  const organisationId = await organisation(world.current);
  const { db } = world.current.ctx();
  await db.$executeRaw(Prisma.sql`INSERT INTO seminar (id, slug, organisation_id, mode, title, summary, outcomes, place, zone, points, starts_at, ends_at, created_at, published_at)
    SELECT md5('s' || n)::uuid, 'seminar-' || n, ${organisationId}::uuid, 'online', '{}', '{}', '[]', '{}', 'Asia/Tokyo', 0,
      timestamptz '2026-11-20' - n * interval '1 hour', timestamptz '2026-11-20' - n * interval '1 hour' + interval '40 minutes', now(), now()
    FROM generate_series(1, 20000) n`);
  await db.$executeRawUnsafe('ANALYZE seminar');
});

const plan = async (query: string) => {
  const rows = await world.current.ctx().db.$queryRawUnsafe<Record<string, string>[]>(`EXPLAIN ${query}`);
  return rows.flatMap((row) => Object.values(row)).join('\n');
};

const NOW = `timestamptz '2026-11-23'`;

it('what comes, and a page of what is over, walk the index of ends', async () => {
  const coming = await plan(
    `SELECT id FROM seminar WHERE published_at IS NOT NULL AND ends_at > ${NOW} ORDER BY starts_at, id LIMIT 50`,
  );
  const past = await plan(
    `SELECT id FROM seminar WHERE published_at IS NOT NULL AND ends_at <= ${NOW} ORDER BY ends_at DESC, id DESC LIMIT 21`,
  );
  for (const text of [coming, past]) {
    expect(text).toContain('seminar_ends_at_id_idx');
    expect(text).not.toContain('Seq Scan');
  }
  expect(past).not.toContain('Sort');
});
