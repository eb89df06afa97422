import { beforeAll, describe, expect, it } from 'vitest';
import { findLogo } from '~/domain/partners/find-logo.server';
import { getInstructor } from '~/domain/partners/get-instructor.server';
import type { RecordPermissionInput } from '~/domain/partners/inputs';
import { listInstructors } from '~/domain/partners/list-instructors.server';
import { listPartners } from '~/domain/partners/list-partners.server';
import { recordPermission } from '~/domain/partners/record-permission.server';
import { withdrawPermission } from '~/domain/partners/withdraw-permission.server';
import { writeInstitution } from '~/domain/partners/write-institution.server';
import { writeProfile } from '~/domain/partners/write-profile.server';
import { authored } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { newId } from '~/platform/ids';
import { useWorld } from '../../support/database';
import { organisation, person, text } from '../learning/study-world';

const world = useWorld();
let organisationId: string;
let admin: Ctx;
let stranger: Ctx;

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

beforeAll(async () => {
  organisationId = await organisation(world.current);
  admin = world.current.ctx(await person(world.current, ['admin']));
  stranger = world.current.ctx(await person(world.current, ['admin'], '/elsewhere/'));
  await writeInstitution(admin, {
    organisationId,
    position: 1,
    about: text('About'),
    offers: [text('Seminars')],
  });
});

const paper = (more: Partial<RecordPermissionInput> = {}) =>
  ({
    ...{ kind: 'claim', organisationId, text: text('Kodokan'), document: 'No. 7', grantedBy: 'Office' },
    ...{ grantedOn: '2026-11-01', until: '2026-12-31' },
    ...more,
  }) as RecordPermissionInput;

const shown = async () => (await listPartners(world.current.ctx())).flatMap((partner) => partner.shown);

describe('no permission, no claim', () => {
  it('a partner without a paper is a name and words alone', async () => {
    expect(await listPartners(world.current.ctx())).toMatchObject([
      { organisationId, shown: [], offers: [{}] },
    ]);
  });

  it('a claim is shown from its first day to its last, with its paper, and never after it is withdrawn', async () => {
    const { permissionId } = await recordPermission(admin, paper());
    const on = async (day: string) => {
      world.current.clock.set(`${day}T09:00:00Z`);
      return (await shown()).length;
    };
    expect([
      await on('2026-10-31'),
      await on('2026-11-01'),
      await on('2026-12-31'),
      await on('2027-01-01'),
    ]).toEqual([0, 1, 1, 0]);
    world.current.clock.set('2026-11-23T09:00:00Z');
    expect(await shown()).toMatchObject([
      { kind: 'claim', document: 'No. 7', grantedBy: 'Office', until: '2026-12-31' },
    ]);
    await withdrawPermission(admin, { permissionId });
    await withdrawPermission(admin, { permissionId });
    expect(await shown()).toEqual([]);
    const kept = await admin.db.showPermission.count({ where: { id: permissionId } });
    expect(kept).toBe(1);
  });

  it('a logo is served only while its paper holds, and only as PNG', async () => {
    const logo = (image: Uint8Array) => paper({ kind: 'logo', image } as Partial<RecordPermissionInput>);
    await expect(recordPermission(admin, logo(Uint8Array.from([60, 115, 118, 103])))).rejects.toThrow();
    await expect(recordPermission(admin, logo(new Uint8Array(300_000)))).rejects.toThrow();
    const { permissionId } = await recordPermission(admin, logo(PNG));
    expect((await findLogo(world.current.ctx(), { permissionId }))?.image.length).toBe(PNG.length);
    await withdrawPermission(admin, { permissionId });
    expect(await findLogo(world.current.ctx(), { permissionId })).toBeNull();
    expect(await findLogo(world.current.ctx(), { permissionId: newId() })).toBeNull();
  });

  it('papers are recorded by admins of the organisation alone, and end after they begin', async () => {
    const instructor = world.current.ctx(await person(world.current, ['instructor']));
    for (const ctx of [stranger, instructor, world.current.ctx()])
      await expect(recordPermission(ctx, paper())).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(recordPermission(admin, paper({ until: '2026-10-01' }))).rejects.toMatchObject({
      code: 'partners.ends-before-it-begins',
    });
    await expect(recordPermission(admin, paper({ organisationId: newId() }))).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(
      recordPermission(
        admin,
        paper({ kind: 'link', url: 'javascript:alert(1)' } as Partial<RecordPermissionInput>),
      ),
    ).rejects.toThrow();
    const { permissionId } = await recordPermission(admin, paper());
    await expect(withdrawPermission(stranger, { permissionId })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(withdrawPermission(admin, { permissionId: newId() })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

describe('an instructor', () => {
  const credit = authored('ja', { ja: '内股 太郎', en: 'UCHIMATA Taro' });
  const facts = () => ({ slug: 'taro', organisationId, credit, about: text('About') });

  it('presents themself in their own spelling; nobody else can', async () => {
    const taro = world.current.ctx(await person(world.current, ['instructor']));
    await writeProfile(taro, facts());
    expect(await getInstructor(world.current.ctx(), { slug: 'taro' })).toMatchObject({ credit });
    const other = world.current.ctx(await person(world.current, ['instructor']));
    await expect(writeProfile(other, facts())).rejects.toMatchObject({ code: 'partners.address-taken' });
    const editor = world.current.ctx(await person(world.current, ['editor']));
    for (const ctx of [editor, admin, world.current.ctx()])
      await expect(writeProfile(ctx, facts())).rejects.toMatchObject({ kind: 'forbidden' });
    await writeProfile(taro, { ...facts(), about: text('Changed') });
    const accountId = taro.actor?.accountId ?? '';
    expect(await listInstructors(world.current.ctx(), { accountIds: [accountId] })).toMatchObject([
      { slug: 'taro', about: { en: { text: 'Changed' } } },
    ]);
    expect(await listInstructors(world.current.ctx(), { accountIds: [] })).toEqual([]);
    expect(await listInstructors(world.current.ctx())).toHaveLength(1);
  });

  it('who does not exist is not found', async () => {
    await expect(getInstructor(world.current.ctx(), { slug: 'nobody' })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});
