import type { Ctx } from '~/platform/context';
import { Prisma, type Identity as Row } from '~/platform/db/client';
import type { LocalDate } from '~/platform/local-date';
import type { Identity } from '../types';

const PURPOSE = { iin: 'identity-iin', birth: 'identity-birth', hash: 'identity-iin-hash' } as const;

export const hashOf = ({ secrets }: Pick<Ctx, 'secrets'>, iin: string): string =>
  secrets.sign(PURPOSE.hash, iin);

const birthdayIn = ({ secrets }: Ctx, { birthSealed }: Row): LocalDate | null =>
  birthSealed ? secrets.decrypt(PURPOSE.birth, birthSealed) : null;

const read = (ctx: Ctx, row: Row): Identity => ({
  personId: row.personId,
  iinHash: row.iinHash,
  birthOn: row.birthGivenAt ? null : birthdayIn(ctx, row),
});

/** Those of the people, or those that bear one of the hashed numbers. */
export async function selectIdentities(
  ctx: Ctx,
  by: { personIds: readonly string[] } | { hashes: readonly string[] },
): Promise<Identity[]> {
  const where =
    'personIds' in by ? { personId: { in: [...by.personIds] } } : { iinHash: { in: [...by.hashes] } };
  return (await ctx.db.identity.findMany({ where })).map((row) => read(ctx, row));
}

/** Birthdays in clear, whoever told them, and whether the person did. */
export async function selectBirthdays(
  ctx: Ctx,
  personIds: readonly string[],
): Promise<{ personId: string; birthOn: LocalDate; isGiven: boolean }[]> {
  const rows = await ctx.db.identity.findMany({ where: { personId: { in: [...personIds] } } });
  return rows.flatMap((row) => {
    const birthOn = birthdayIn(ctx, row);
    return birthOn ? [{ personId: row.personId, birthOn, isGiven: row.birthGivenAt !== null }] : [];
  });
}

/** What the office tells stands for what the person gave. Throws Prisma's P2002 when somebody else has the number. */
export async function upsertIdentity(
  ctx: Ctx,
  { personId, iin, birthOn }: { personId: string; iin: string | null; birthOn: LocalDate | null },
): Promise<void> {
  const facts = {
    ...(iin === null ? {} : { iinSealed: ctx.secrets.encrypt(PURPOSE.iin, iin), iinHash: hashOf(ctx, iin) }),
    ...(birthOn === null
      ? {}
      : { birthSealed: ctx.secrets.encrypt(PURPOSE.birth, birthOn), birthGivenAt: null }),
  };
  await ctx.db.identity.upsert({
    where: { personId },
    create: { personId, ...facts, recordedAt: ctx.clock.now() },
    update: facts,
  });
}

/** What people gave of themselves stays. */
export async function deleteIdentities({ db }: Ctx, personIds: readonly string[]): Promise<void> {
  const personId = { in: [...personIds] };
  await db.identity.deleteMany({ where: { personId, birthGivenAt: null } });
  await db.identity.updateMany({ where: { personId }, data: { iinSealed: null, iinHash: null } });
}

/** In clear, for the person's own export. */
export async function openIdentity(
  ctx: Ctx,
  personId: string,
): Promise<{ iin: string | null; birthOn: LocalDate | null } | null> {
  const row = await ctx.db.identity.findUnique({ where: { personId } });
  if (!row) return null;
  const { iinSealed } = row;
  return {
    iin: iinSealed ? ctx.secrets.decrypt(PURPOSE.iin, iinSealed) : null,
    birthOn: birthdayIn(ctx, row),
  };
}

/** Makes the row where there is none, and locks it until the transaction ends. */
export async function lockIdentity({ db, clock }: Ctx, personId: string): Promise<void> {
  await db.identity.createMany({ data: [{ personId, recordedAt: clock.now() }], skipDuplicates: true });
  await db.$queryRaw(Prisma.sql`SELECT 1 FROM identity WHERE person_id = ${personId}::uuid FOR UPDATE`);
}

/** The birthday in clear, and whether the person gave it. */
export async function openBirthday(
  ctx: Ctx,
  personId: string,
): Promise<{ birthOn: LocalDate | null; isGiven: boolean }> {
  const row = await ctx.db.identity.findUnique({ where: { personId } });
  return { birthOn: row && birthdayIn(ctx, row), isGiven: row !== null && row.birthGivenAt !== null };
}

/** As the person gave it. */
export const sealBirthday = ({ db, secrets, clock }: Ctx, personId: string, birthOn: LocalDate) =>
  db.identity.update({
    where: { personId },
    data: { birthSealed: secrets.encrypt(PURPOSE.birth, birthOn), birthGivenAt: clock.now() },
  });
