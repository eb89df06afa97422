import type { Ctx } from '~/platform/context';
import { type Mapping, mappingSchema } from '../rules/mapping';

type Key = { organisationId: string; signature: string };

/** How a table with these headers was read the last time. */
export async function findMapping({ db }: Ctx, key: Key): Promise<Mapping | null> {
  const row = await db.importMapping.findUnique({ where: { organisationId_signature: key } });
  const read = mappingSchema.safeParse(row?.mapping);
  return read.success ? read.data : null;
}

export async function rememberMapping({ db, clock }: Ctx, key: Key, mapping: Mapping): Promise<void> {
  const facts = { mapping, savedAt: clock.now() };
  await db.importMapping.upsert({
    where: { organisationId_signature: key },
    create: { ...key, ...facts },
    update: facts,
  });
}
