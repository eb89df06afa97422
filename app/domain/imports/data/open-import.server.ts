import { hasRole } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { isId } from '~/platform/ids';
import { findImport, type ImportRecord, lockImport } from './imports.server';

/** Throws `imports.not-a-registrar`. */
export function requireRegistrar({ actor }: Pick<Ctx, 'actor'>): void {
  if (!hasRole(actor, 'registrar')) throw new DomainError('forbidden', 'imports.not-a-registrar');
}

/**
 * An import of an organisation that the registrar reaches; inside a transaction it stays locked. Throws
 * `imports.not-a-registrar`, `imports.not-found`.
 */
export async function openImport(
  ctx: Ctx,
  importId: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<ImportRecord> {
  requireRegistrar(ctx);
  const found = !isId(importId)
    ? null
    : lock
      ? await lockImport(ctx.db, importId)
      : await findImport(ctx.db, { id: importId });
  if (!found || !hasRole(ctx.actor, 'registrar', found.path))
    throw new DomainError('not-found', 'imports.not-found');
  return found;
}
