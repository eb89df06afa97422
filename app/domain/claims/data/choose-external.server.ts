import { listExternals } from '~/domain/externals/list-externals.server';
import type { ExternalLevel } from '~/domain/externals/types';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { externalLevel } from '../rules/external-level';

/** The external level that was chosen; null for another paper. Throws `claims.unknown-external`. */
export async function chooseExternal(
  ctx: Ctx,
  chosen: { external: string | null; grade: number | null },
): Promise<ExternalLevel | null> {
  if (chosen.external === null) return null;
  const level = externalLevel(await listExternals(ctx), chosen);
  if (!level) throw new DomainError('invalid', 'claims.unknown-external', { field: 'external' });
  return level;
}
