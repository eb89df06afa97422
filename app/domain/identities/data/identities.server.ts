import type { Ctx } from '~/platform/context';
import { Prisma, type Identity as Row } from '~/platform/db/client';
import type { LocalDate } from '~/platform/local-date';
import type { Identity } from '../types';

const PURPOSE = { iin: 'identity-iin', birth: 'identity-birth', hash: 'identity-iin-hash' } as const;

export const hashOf = ({ secrets }: Pick<Ctx, 'secrets'>, iin: string): string =>
  secrets.sign(PURPOSE.hash, iin);

const read = ({ secrets }: Ctx, { personId, iinHash, birthSealed }: Row): Identity => ({
  personId,
  iinHash,
  birthOn: birthSealed ? secrets.decrypt(PURPOSE.birth, birthSealed) : null,
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

/** Throws Prisma's P2002 when somebody else has the number. */
export async function upsertIdentity(
  ctx: Ctx,
  { personId, iin, birthOn }: { personId: string; iin: string | null; birthOn: LocalDate | null },
): Promise<void> {
  const facts = {
    ...(iin === null ? {} : { iinSealed: ctx.secrets.encrypt(PURPOSE.iin, iin), iinHash: hashOf(ctx, iin) }),
    ...(birthOn === null ? {} : { birthSealed: ctx.secrets.encrypt(PURPOSE.birth, birthOn) }),
  };
  await ctx.db.identity.upsert({
    where: { personId },
    create: { personId, ...facts, recordedAt: ctx.clock.now() },
    update: facts,
  });
}

export const deleteIdentities = ({ db }: Ctx, personIds: readonly string[]) =>
  db.identity.deleteMany({ where: { personId: { in: [...personIds] } } });

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
    birthOn: read(ctx, row).birthOn,
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
  return { birthOn: row ? read(ctx, row).birthOn : null, isGiven: row !== null && row.birthGivenAt !== null };
}

/** As the person gave it. */
export const sealBirthday = ({ db, secrets, clock }: Ctx, personId: string, birthOn: LocalDate) =>
  db.identity.update({
    where: { personId },
    data: { birthSealed: secrets.encrypt(PURPOSE.birth, birthOn), birthGivenAt: clock.now() },
  });
