import type { Ctx } from '~/platform/context';
import { type CodeKind, findCode as findStored } from './data/codes.server';

/** `fresh`: does its work once; `used`: did it; `gone`: unknown, expired or replaced by a newer one. */
export type CodeState = 'fresh' | 'used' | 'gone';

/** What a one-time code of a link or of paper can still do. */
export async function findCode(ctx: Ctx, input: { kind: CodeKind; code: string }): Promise<CodeState> {
  const found = await findStored(ctx, input.kind, input.code);
  if (!found) return 'gone';
  if (found.usedAt) return 'used';
  return found.expired ? 'gone' : 'fresh';
}
