import type { Ctx } from '~/platform/context';
import { type Mapping, mappingSchema } from '../rules/mapping';

/** `header`: its signature; '' is no header, and nothing is remembered by it. */
type Key = { organisationId: string; header: string };

/** Whatever stands in a header, the table has only what stands for it. */
const keyed = ({ secrets }: Ctx, { organisationId, header }: Key) => ({
  organisationId,
  signature: secrets.sign('import-headers', header),
});

/** How a table with these headers was read the last time. */
export async function findMapping(ctx: Ctx, key: Key): Promise<Mapping | null> {
  if (key.header === '') return null;
  const row = await ctx.db.importMapping.findUnique({ where: { organisationId_signature: keyed(ctx, key) } });
  const read = mappingSchema.safeParse(row?.mapping);
  return read.success ? read.data : null;
}

export async function rememberMapping(ctx: Ctx, key: Key, mapping: Mapping): Promise<void> {
  if (key.header === '') return;
  const facts = { mapping, savedAt: ctx.clock.now() };
  const keys = keyed(ctx, key);
  await ctx.db.importMapping.upsert({
    where: { organisationId_signature: keys },
    create: { ...keys, ...facts },
    update: facts,
  });
}
