import { replaceTrack } from '~/domain/captions/replace-track.server';
import { authored } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import type { Actor, Role } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { newId } from '~/platform/ids';
import { actorWith, type TestWorld } from '../../support/database';

export type Scene = {
  assetId: string;
  editor: Actor;
  instructor: Actor;
  stranger: Actor;
  as(actor: Actor | null): Ctx;
};

async function member(ctx: Ctx, roles: readonly Role[], path: string): Promise<Actor> {
  const actor = actorWith(roles, path);
  const { personId, accountId } = actor;
  const createdAt = ctx.clock.now();
  await ctx.db.person.create({ data: { id: personId, createdAt } });
  const email = `${accountId}@test.kz`;
  await ctx.db.account.create({ data: { id: accountId, personId, email, lang: 'ru', createdAt } });
  return actor;
}

async function insertAsset(ctx: Ctx): Promise<string> {
  const id = newId();
  await ctx.db.mediaAsset.create({
    data: {
      ...{ id, provider: 'local', masterKey: `masters/${id}`, masterSha256: '0'.repeat(64), masterBytes: 1n },
      ...{ durationMs: 600_000, createdAt: ctx.clock.now() },
    },
  });
  return id;
}

/** An asset that belongs to a recording of one organisation, its people, and somebody of another one. */
export async function openScene(world: TestWorld): Promise<Scene> {
  const root = world.ctx();
  const assetId = await insertAsset(root);
  const title = authored('ja', { ja: '内股' });
  const owner = { organisationPath: '/judos/', title, ownerId: null };
  const as = (actor: Actor | null): Ctx => {
    const ctx = world.ctx(actor);
    const ports = {
      ...ctx.ports,
      captionsOwner: async (_ctx: Ctx, id: string) => (id === assetId ? owner : null),
      nameAccounts: async (_ctx: Ctx, ids: readonly string[]) => new Map(ids.map((id) => [id, `Name ${id}`])),
    };
    return { ...ctx, ports };
  };
  return {
    assetId,
    as,
    editor: await member(root, ['editor'], '/judos/'),
    instructor: await member(root, ['instructor'], '/judos/'),
    stranger: await member(root, ['instructor', 'editor'], '/jenys/'),
  };
}

/** A track of cues of two seconds each, one after the other. */
export async function writeTrack(
  { as, editor, assetId }: Scene,
  lang: Lang,
  texts: readonly string[],
  origin: 'author' | 'machine' = 'author',
): Promise<void> {
  const cues = texts.map((text, at) => ({ startMs: at * 2000, endMs: at * 2000 + 2000, text }));
  await replaceTrack(as(editor), { assetId, lang, origin, cues });
}
