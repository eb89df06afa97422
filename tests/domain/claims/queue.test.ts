import { beforeAll, describe, expect, test } from 'vitest';
import { claimPage } from '~/domain/claims/data/claim-list.server';
import { exportPersonalData } from '~/domain/claims/export-personal-data.server';
import { handInClaim } from '~/domain/claims/hand-in-claim.server';
import { listClaims } from '~/domain/claims/list-claims.server';
import { syncClaimant } from '~/domain/claims/sync-claimant.server';
import { inTransaction } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { foldName } from '~/platform/folding/names';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';
import { firstAid } from '../../support/papers';

const world = useWorld();
let cast: Cast;

const CLAIMS = 6_000;

/** Many papers of coaches in twenty regions, by SQL; one in forty waits. */
async function fill(): Promise<void> {
  const { db } = cast.as(null);
  const number = Prisma.sql`generate_series(1, ${CLAIMS}::int) n`;
  const id = (kind: string) =>
    Prisma.sql`overlay(overlay(md5(${kind} || n) placing '4' from 13) placing '8' from 17)::uuid`;
  await db.$executeRaw(
    Prisma.sql`INSERT INTO person (id, created_at) SELECT ${id('p')}, now() FROM ${number}`,
  );
  await db.$executeRaw(Prisma.sql`INSERT INTO claimant (person_id, display_name, latin_name, folded_names, path)
    SELECT ${id('p')}, 'Бапкер ' || n, 'Coach ' || n, ${foldName('Бапкер')} || ' ' || n || ' ' || ${foldName('Coach')} || ' ' || n, '/kjf/r' || (n % 20) || '/'
    FROM ${number}`);
  await db.$executeRaw(Prisma.sql`INSERT INTO claim (id, submission_key, person_id, kind, lang, issuer, name_on_paper,
      issued_on, note, handed_in_at, closed_at)
    SELECT ${id('c')}, ${id('k')}, ${id('p')}, CASE WHEN n % 3 = 0 THEN 'dan-grade' ELSE 'first-aid' END, 'kk', 'x', 'x',
      date '2026-01-01', '', timestamptz '2026-01-01' + n * interval '1 minute',
      CASE WHEN n % 40 > 0 THEN timestamptz '2026-06-01' + n * interval '1 minute' END
    FROM ${number}`);
  await db.$executeRawUnsafe('ANALYZE');
}

beforeAll(async () => {
  cast = await openCast(world.current);
  await fill();
});

const office = () => cast.as(cast.registrar);

describe('the queue', () => {
  test('pages follow each other, oldest first, without a gap or a double', async () => {
    const seen: Date[] = [];
    const ids = new Set<string>();
    let [after, total]: [string | null, number] = [null, 0];
    do {
      const page = await listClaims(office(), { after });
      seen.push(...page.rows.map(({ handedInAt }) => handedInAt));
      for (const { id } of page.rows) ids.add(id);
      [after, total] = [page.next, page.total];
    } while (after);
    expect(total).toBe(CLAIMS / 40);
    expect(ids.size).toBe(total);
    expect(seen).toEqual([...seen].sort((a, b) => a.getTime() - b.getTime()));
  });

  test('is filtered by kind, place and a name in any script', async () => {
    const dan = await listClaims(office(), { kind: 'dan-grade' });
    expect(dan.total).toBe(CLAIMS / 120);
    expect(dan.rows.every(({ kind }) => kind === 'dan-grade')).toBe(true);
    const region = await listClaims(office(), { path: '/kjf/r0/', list: 'closed' });
    expect(region.total).toBe(CLAIMS / 40);
    for (const q of ['Coach 480', 'БАПКЕР 480', 'bapker 480'])
      expect((await listClaims(office(), { q })).rows.map(({ latinName }) => latinName)).toContain(
        'Coach 480',
      );
  });

  test('what was decided stands apart, last first', async () => {
    const { rows, next } = await listClaims(office(), { list: 'closed' });
    expect(rows).toHaveLength(50);
    expect(rows[0]?.latinName).toBe(`Coach ${CLAIMS - 1}`);
    const second = await listClaims(office(), { list: 'closed', after: next });
    expect(second.rows[0]?.id).not.toBe(rows.at(-1)?.id);
  });

  test('damaged addresses are read as empty, coaches are sent away', async () => {
    for (const field of ['list', 'kind', 'path', 'q', 'after'])
      await expect(listClaims(office(), { [field]: 'a\u0000b' })).resolves.toBeDefined();
    const coach = await cast.newPerson('Coach');
    await expect(listClaims(cast.as(coach), {})).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('reads along its index', async () => {
    for (const list of ['open', 'closed'] as const) {
      const reach = { paths: ['/kjf/'], nowhere: true };
      const query = claimPage({ list, kind: null, path: '', q: '', reach }, null, 51);
      const rows = await cast.as(null).db.$queryRaw<unknown[]>(Prisma.sql`EXPLAIN (FORMAT JSON) ${query}`);
      const plan = JSON.stringify(rows);
      expect(plan).toContain('claim_closed_at_handed_in_at_id_idx');
      expect(plan).not.toMatch(/"Node Type":\s*"Seq Scan"[^}]*"Alias":\s*"c"/);
    }
  });
});

test('a coach who renamed is found by the new name, and the export holds the papers', async () => {
  const coach = await cast.newPerson('Before');
  const { claimId } = await handInClaim(cast.as(coach), firstAid());
  const ctx = office();
  const described = ctx.ports.describeHolder;
  ctx.ports.describeHolder = async (inner, personId) => {
    const facts = await described(inner, personId);
    return facts && { ...facts, displayName: 'Жаңа есім', foldedNames: 'jana esim' };
  };
  await inTransaction(ctx, (tx) => syncClaimant(tx, { personId: coach.personId }));
  expect((await listClaims(office(), { q: 'Жаңа есім' })).rows.map(({ id }) => id)).toEqual([claimId]);
  const exported = await exportPersonalData(cast.as(coach), { personId: coach.personId });
  expect(JSON.stringify(exported)).toContain('Куәлік.png');
});
