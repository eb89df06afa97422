import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handInClaim } from '~/domain/claims/hand-in-claim.server';
import { listOwnClaims } from '~/domain/claims/list-own-claims.server';
import { openClaim } from '~/domain/claims/open-claim.server';
import { parseEnvironment } from '~/platform/config/parse-environment';
import type { Ctx } from '~/platform/context';
import { type ClamdFake, clamdFake, EICAR } from '../../fakes/clamd-server';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';
import { pdfPaper, pngPaper } from '../../support/paper-bytes';
import { firstAid } from '../../support/papers';

const world = useWorld();
let [cast, clamd]: [Cast?, ClamdFake?] = [];

beforeAll(async () => {
  [cast, clamd] = [await openCast(world.current), await clamdFake()];
});
afterAll(() => clamd?.close());

const fake = (): ClamdFake => {
  if (!clamd) throw new Error('The fake opens in beforeAll');
  return clamd;
};

/** A coach on a site whose CLAMD_URL is this. */
async function coachWith(url: string): Promise<Ctx> {
  if (!cast) throw new Error('The cast opens in beforeAll');
  const ctx = cast.as(await cast.newPerson('Coach'));
  const { clamd: address } = parseEnvironment({ DATABASE_URL: 'postgresql://x/y', CLAMD_URL: url });
  return { ...ctx, config: { ...ctx.config, clamd: address } };
}

async function expectNothing(ctx: Ctx, before: readonly string[]): Promise<void> {
  expect(await listOwnClaims(ctx)).toEqual([]);
  expect(await ctx.storage.list('evidence')).toEqual(before);
}

describe('with CLAMD_URL', () => {
  test('clean files are judged whole, then kept', async () => {
    const ctx = await coachWith(fake().url);
    const files = [
      { name: 'a.pdf', bytes: pdfPaper(900_000) },
      { name: 'b.png', bytes: pngPaper() },
    ];
    await handInClaim(ctx, firstAid({ files }));
    expect(fake().judged.slice(-2)).toEqual(files.map(({ bytes }) => bytes.length));
    expect((await openClaim(ctx)).isScanned).toBe(true);
  });

  test('one infected file, and none is kept', async () => {
    const ctx = await coachWith(fake().url);
    const before = await ctx.storage.list('evidence');
    const files = [
      { name: 'a.png', bytes: pngPaper() },
      { name: 'b.png', bytes: pngPaper(EICAR) },
    ];
    const sent = handInClaim(ctx, firstAid({ files }));
    await expect(sent).rejects.toMatchObject({
      code: 'claims.infected',
      extras: { params: { name: 'b.png' } },
    });
    await expectNothing(ctx, before);
  });

  test.each(['INSTREAM size limit exceeded. ERROR', '', 'stream: maybe', 'x'.repeat(9000)])(
    'no clear answer is no permission: %.20s',
    async (words) => {
      const ctx = await coachWith(fake().url);
      const before = await ctx.storage.list('evidence');
      fake().answerWith(words);
      await expect(handInClaim(ctx, firstAid())).rejects.toMatchObject({ code: 'claims.scan-unavailable' });
      fake().answerWith(null);
      await expectNothing(ctx, before);
    },
  );

  test('nobody there: refused in words, nothing kept', async () => {
    const gone = await clamdFake();
    await gone.close();
    const ctx = await coachWith(gone.url);
    const before = await ctx.storage.list('evidence');
    await expect(handInClaim(ctx, firstAid())).rejects.toMatchObject({
      kind: 'conflict',
      code: 'claims.scan-unavailable',
    });
    await expectNothing(ctx, before);
  });
});

test('without it the form says so, and files are taken', async () => {
  const ctx = await coachWith('');
  expect((await openClaim(ctx)).isScanned).toBe(false);
  const judged = fake().judged.length;
  await handInClaim(ctx, firstAid());
  expect(fake().judged.length).toBe(judged);
});

test('the address is read or refused', () => {
  const read = (url: string) => parseEnvironment({ DATABASE_URL: 'postgresql://x/y', CLAMD_URL: url }).clamd;
  expect(read('tcp://clamav:3310')).toEqual({ host: 'clamav', port: 3310 });
  expect(read('tcp://[::1]:3310')).toEqual({ host: '::1', port: 3310 });
  for (const odd of ['http://clamav:3310', 'tcp://clamav', 'clamav:3310', 'tcp://a b:1'])
    expect(() => read(odd)).toThrow('CLAMD_URL');
});
