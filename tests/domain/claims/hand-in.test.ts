import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { getOwnClaim } from '~/domain/claims/get-own-claim.server';
import { handInClaim } from '~/domain/claims/hand-in-claim.server';
import { listOwnClaims } from '~/domain/claims/list-own-claims.server';
import { openClaimFile } from '~/domain/claims/open-claim-file.server';
import { withdrawClaim } from '~/domain/claims/withdraw-claim.server';
import type { Actor } from '~/platform/actor';
import { newId } from '~/platform/ids';
import { sha256 } from '~/platform/secrets.server';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';
import { pdfPaper, pngPaper } from '../../support/paper-bytes';
import { danGrade, firstAid } from '../../support/papers';

const world = useWorld();
let cast: Cast;

beforeAll(async () => {
  cast = await openCast(world.current);
});

const handIn = async (person: Actor, input = firstAid()) =>
  (await handInClaim(cast.as(person), input)).claimId;
const stored = () => cast.as(null).storage.list('evidence');
const folder = (): string => {
  const { place } = cast.as(null).storage;
  if (!('folder' in place)) throw new Error('These tests want a local storage');
  return place.folder;
};

describe('handing in', () => {
  test('the coach reads it as it was written, with its scan', async () => {
    const coach = await cast.newPerson('Coach');
    const claimId = await handIn(coach);
    const claim = await getOwnClaim(cast.as(coach), { claimId });
    expect(claim).toMatchObject({
      kind: 'first-aid',
      state: 'handed-in',
      nameOnPaper: 'Әлия Досова',
      issuedOn: '2026-10-01',
      validUntil: '2028-09-30',
      files: [{ name: 'Куәлік.png', type: 'image/png', sha256: sha256(pngPaper()) }],
    });
    const fileId = claim.files[0]?.id ?? '';
    const file = await openClaimFile(cast.as(coach), { claimId, fileId, side: 'own' });
    expect(file.content.equals(pngPaper())).toBe(true);
  });

  test('what a kind does not ask for is left out, what it asks for must be there', async () => {
    const coach = await cast.newPerson('Kinds');
    const claimId = await handIn(coach, danGrade({ title: 'x', hours: '12,5', validUntil: '2030-01-01' }));
    expect(await getOwnClaim(cast.as(coach), { claimId })).toMatchObject({
      grade: 3,
      title: null,
      hours: null,
      validUntil: null,
    });
    const learned = { kind: 'prior-learning' as const, title: 'Ukemi', hours: '12,5' };
    const course = await handIn(coach, firstAid(learned));
    expect((await getOwnClaim(cast.as(coach), { claimId: course })).hours).toBe(12.5);
    await expect(handIn(coach, danGrade({ grade: null }))).rejects.toThrow();
    await expect(handIn(coach, firstAid({ ...learned, title: '' }))).rejects.toThrow();
  });

  test('on the disk there is nothing of it in the clear', async () => {
    const coach = await cast.newPerson('Sealed');
    const words = 'a text that nobody may read';
    const claimId = await handIn(coach, firstAid({ files: [{ name: 'a.png', bytes: pngPaper(words) }] }));
    const [file] = (await getOwnClaim(cast.as(coach), { claimId })).files;
    const onDisk = readFileSync(join(folder(), 'evidence', file?.id ?? ''));
    expect(onDisk.includes(words)).toBe(false);
    expect(onDisk.includes('PNG')).toBe(false);
    expect(onDisk.length).toBe(pngPaper(words).length + 28);
  });

  test('a scan that was changed, or stands for another, is not shown', async () => {
    const coach = await cast.newPerson('Swapped');
    const claimId = await handIn(
      coach,
      firstAid({ files: [1, 2].map(() => ({ name: 'a', bytes: pngPaper() })) }),
    );
    const [first, second] = (await getOwnClaim(cast.as(coach), { claimId })).files;
    const { storage } = cast.as(null);
    const other = readFileSync(join(folder(), 'evidence', second?.id ?? ''));
    await storage.put(`evidence/${first?.id}`, other);
    const open = openClaimFile(cast.as(coach), { claimId, fileId: first?.id ?? '', side: 'own' });
    await expect(open).rejects.toThrow();
  });

  test('sent five times at the same instant it is one, and leaves one file', async () => {
    const coach = await cast.newPerson('Twice');
    const before = (await stored()).length;
    const input = firstAid();
    const ids = await Promise.all(Array.from({ length: 5 }, () => handIn(coach, input)));
    expect(new Set(ids).size).toBe(1);
    expect(await handIn(coach, input)).toBe(ids[0]);
    expect(await listOwnClaims(cast.as(coach))).toHaveLength(1);
    expect((await stored()).length).toBe(before + 1);
    const stranger = await cast.newPerson('Stranger');
    await expect(handIn(stranger, input)).rejects.toMatchObject({ code: 'claims.open-form-again' });
  });
});

describe('files', () => {
  test('a picture under a wrong name is taken for what it is', async () => {
    const coach = await cast.newPerson('Named');
    const files = [
      { name: 'scan.pdf', bytes: pngPaper() },
      { name: '証書.PDF', bytes: pdfPaper() },
    ];
    const claimId = await handIn(coach, firstAid({ files }));
    const claim = await getOwnClaim(cast.as(coach), { claimId });
    expect(claim.files.map(({ name, type }) => [name, type])).toEqual([
      ['scan.pdf.png', 'image/png'],
      ['証書.pdf', 'application/pdf'],
    ]);
  });

  test.each([
    ['text called a PDF', [{ name: 'a.pdf', bytes: Buffer.from('hello') }], 'claims.wrong-type'],
    ['nothing', [{ name: 'a.pdf', bytes: new Uint8Array() }], 'claims.empty-file'],
    ['eleven megabytes', [{ name: 'a.pdf', bytes: pdfPaper(11_000_000) }], 'claims.file-too-large'],
    ['no file', [], 'claims.no-file'],
    ['six', Array.from({ length: 6 }, () => ({ name: 'a.png', bytes: pngPaper() })), 'claims.too-many-files'],
    [
      'a good one and a wrong one',
      [
        { name: 'a.png', bytes: pngPaper() },
        { name: 'b.png', bytes: Buffer.from('GIF89a') },
      ],
      'claims.wrong-type',
    ],
  ])('refused, and nothing is kept: %s', async (_what, files, code) => {
    const coach = await cast.newPerson('Refused');
    const before = await stored();
    await expect(handIn(coach, firstAid({ files }))).rejects.toMatchObject({
      code,
      extras: { field: 'files' },
    });
    expect(await listOwnClaims(cast.as(coach))).toEqual([]);
    expect(await stored()).toEqual(before);
  });

  test('when the row cannot be written, the files go again', async () => {
    const coach = await cast.newPerson('Unknown');
    const before = await stored();
    const ctx = cast.as({ ...coach, personId: newId() });
    await expect(handInClaim(ctx, firstAid())).rejects.toMatchObject({ code: 'claims.person-not-found' });
    expect(await stored()).toEqual(before);
  });
});

describe('an own claim', () => {
  test('is withdrawn once, and for others it does not exist', async () => {
    const coach = await cast.newPerson('Withdrawer');
    const other = await cast.newPerson('Other');
    const claimId = await handIn(coach);
    const fileId = (await getOwnClaim(cast.as(coach), { claimId })).files[0]?.id ?? '';
    for (const reader of [other, cast.registrar]) {
      await expect(getOwnClaim(cast.as(reader), { claimId })).rejects.toMatchObject({ kind: 'not-found' });
      await expect(withdrawClaim(cast.as(reader), { claimId })).rejects.toMatchObject({ kind: 'not-found' });
      const open = openClaimFile(cast.as(reader), { claimId, fileId, side: 'own' });
      await expect(open).rejects.toMatchObject({ kind: 'not-found' });
    }
    await Promise.all([1, 2, 3].map(() => withdrawClaim(cast.as(coach), { claimId })));
    expect((await getOwnClaim(cast.as(coach), { claimId })).state).toBe('withdrawn');
    expect(await cast.as(null).db.claimDecision.count({ where: { claimId } })).toBe(1);
  });

  test('the twenty-first that waits is not taken', async () => {
    const coach = await cast.newPerson('Many');
    for (let each = 0; each < 20; each += 1) await handIn(coach);
    await expect(handIn(coach)).rejects.toMatchObject({ code: 'claims.too-many-open' });
  });

  test.each([
    [{ issuedOn: '2026-12-01' }, 'claims.issued-in-future'],
    [{ validUntil: '2026-09-30' }, 'claims.dates-reversed'],
    [{ issuedOn: '2020-01-01', validUntil: '2022-01-01' }, 'claims.already-over'],
  ])('dates: %j', async (facts, code) => {
    await expect(handIn(await cast.newPerson('Dates'), firstAid(facts))).rejects.toMatchObject({ code });
  });
});
