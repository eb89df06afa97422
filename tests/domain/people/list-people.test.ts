import { expect, test } from 'vitest';
import { PEOPLE_PAGE } from '~/domain/people/inputs';
import { listPeople } from '~/domain/people/list-people.server';
import { Prisma } from '~/platform/db/client';
import { actorWith, useWorld } from '../../support/database';

const world = useWorld();
const MANY = 12_000;

/** Rows by SQL: signing up thousands of people would hash thousands of passwords. */
async function fill(): Promise<void> {
  const { db } = world.current.ctx();
  await db.$executeRaw(Prisma.sql`INSERT INTO person (id, created_at)
    SELECT ('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, now() FROM generate_series(1, ${MANY}) n`);
  await db.$executeRaw(Prisma.sql`INSERT INTO account (id, person_id, email, lang, created_at)
    SELECT id, id, 'user' || right(id::text, 5) || '@example.kz', 'ru', now() FROM person`);
  await db.$executeRaw(Prisma.sql`INSERT INTO person_name (id, person_id, script, kind, family, given, folded, recorded_at)
    SELECT id, id, 'cyrillic', 'own', 'Фамилия', 'Имя', 'familia' || md5(id::text) || ' imia', now() FROM person`);
  await db.$executeRawUnsafe('VACUUM ANALYZE');
}

test('pages go on by key and hold everybody once', async () => {
  await fill();
  const ctx = world.current.ctx(actorWith(['admin']));
  const seen = new Set<string>();
  let after: string | null = null;
  for (let page = 0; page < 3; page += 1) {
    const { people, next }: Awaited<ReturnType<typeof listPeople>> = await listPeople(ctx, { q: '', after });
    expect(people).toHaveLength(PEOPLE_PAGE);
    for (const { accountId } of people) seen.add(accountId);
    after = next;
  }
  expect(seen.size).toBe(3 * PEOPLE_PAGE);
  const last = await listPeople(ctx, { q: 'user00042@example', after: null });
  expect(last).toMatchObject({ people: [{ contact: 'user00042@example.kz' }], next: null });
});

test('a search uses the indexes', async () => {
  const { db } = world.current.ctx();
  const plan = await db.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`
    EXPLAIN SELECT n.person_id FROM person_name n WHERE n.folded LIKE '%abcdef12%'
    UNION SELECT c.person_id FROM account c WHERE c.email LIKE '%user00042@%' OR c.phone LIKE '%user00042@%'`);
  const text = plan.map((row) => row['QUERY PLAN']).join('\n');
  expect(text).toContain('person_name_folded_idx');
  expect(text).toContain('account_email_idx');
  expect(text).not.toContain('Seq Scan');
});

test.each(['%', '_', '\\', "'", 'a'.repeat(200), '\u{1F94B}', '   ', '+7 (701)'])(
  'no search breaks: %s',
  async (q) => {
    const ctx = world.current.ctx(actorWith(['admin']));
    expect(await listPeople(ctx, { q, after: null })).toHaveProperty('people');
  },
);
