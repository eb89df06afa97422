import type { Pool } from 'pg';
import type { Ctx } from '../context';
import { Prisma } from './client';

/** Called by every use case that changes a public page, inside its transaction; one of many items raises it once. */
export async function raiseContentVersion(tx: Ctx): Promise<void> {
  if (tx.gathered) return;
  await tx.db.$executeRaw(Prisma.sql`UPDATE content_version SET version = version + 1 WHERE id = 1`);
}

export const CONTENT_VERSION = {
  name: 'content-version',
  text: 'SELECT version::text AS version FROM content_version WHERE id = 1',
};

/** The version that cached pages are compared with. */
export async function readContentVersion(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ version: string }>(CONTENT_VERSION);
  return rows[0]?.version ?? '0';
}
