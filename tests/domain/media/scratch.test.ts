import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inScratch } from '~/domain/media/providers/local/scratch.server';

it('passes over what another run takes away meanwhile', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'shihan-scratch-'));
  await mkdir(join(dataDir, 'scratch'));
  await symlink(join(dataDir, 'gone'), join(dataDir, 'scratch', 'gone'));
  const place = { dataDir, assetId: 'asset', version: 1, blank: [], added: [], masterBytes: 0 };
  expect(await inScratch(place, async () => 'made')).toBe('made');
  await rm(dataDir, { recursive: true });
});
