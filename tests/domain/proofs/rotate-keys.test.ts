import { expect, test } from 'vitest';
import { rotateKeys } from '~/domain/proofs/rotate-keys.server';
import { useWorld } from '../../support/database';

const world = useWorld();

test('a new key signs, the old ones stay, and the act is on record', async () => {
  const ctx = world.current.ctx();
  const before = await ctx.keyring.signer();
  const keys = await rotateKeys(ctx);
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(before.id);
  expect((await ctx.keyring.signer()).id).toBe(keys[1]);
  expect(await ctx.db.auditEvent.findMany({ select: { act: true, subjectId: true, actorId: true } })).toEqual(
    [{ act: 'proofs.key-rotated', subjectId: keys[1], actorId: null }],
  );
});
