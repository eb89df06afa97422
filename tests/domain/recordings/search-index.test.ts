import { beforeAll, describe, expect, it } from 'vitest';
import { replaceTrack } from '~/domain/captions/replace-track.server';
import { listChapters } from '~/domain/chapters/list-chapters.server';
import { setChapters } from '~/domain/chapters/set-chapters.server';
import { withdrawRecording } from '~/domain/recordings/withdraw-recording.server';
import type { Ctx } from '~/platform/context';
import { findDocuments } from '~/platform/search/find-documents.server';
import { ensureIndex, rebuildIndex } from '~/platform/search/rebuild-index.server';
import { useWorld } from '../../support/database';
import { course, organisation, person, recording, text } from '../learning/study-world';

const world = useWorld();
let id: string;
let assetId: string;
let slug: string;

let owner: Ctx;

const instructor = async () => owner;

beforeAll(async () => {
  owner = world.current.ctx(await person(world.current, ['instructor']));
  id = await recording(world.current, await organisation(world.current), 60, owner);
  const row = await world.current.ctx().db.recording.findUniqueOrThrow({ where: { id } });
  [assetId, slug] = [row.assetId, row.slug];
});

const found = async (q: string, ctx: Ctx) => (await findDocuments(ctx, { q })).hits.map(({ path }) => path);

const say = async (words: string) =>
  replaceTrack(await instructor(), {
    assetId,
    lang: 'ru',
    origin: 'author',
    cues: [{ startMs: 7_900, endMs: 9_000, text: words }],
  });

const chapter = (title: string, techniqueId: string | null = null) => ({
  recordingId: id,
  chapters: [{ startMs: 12_000, title: text(title), techniqueId }],
});

describe('what is said in a recording', () => {
  it('is found by its audience at its second, and by nobody else', async () => {
    await say('Пингвин кланяется первым');
    const member = world.current.ctx(await person(world.current));
    expect(await found('пингвины', member)).toEqual([`/recordings/${slug}?t=7`]);
    expect(await found('пингвины', world.current.ctx())).toEqual([]);
  });

  it('is found no more after another track took its place', async () => {
    const member = world.current.ctx(await person(world.current));
    await say('Тюлень кланяется первым');
    expect(await found('пингвин', member)).toEqual([]);
    expect(await found('тюлени', member)).toEqual([`/recordings/${slug}?t=7`]);
  });
});

describe('chapters', () => {
  it('are set by those who prepare the recording, found by everybody, and name known techniques', async () => {
    const ctx = await instructor();
    await setChapters(ctx, chapter('Marmalade grips'));
    expect(await found('marmalade grip', world.current.ctx())).toEqual([`/recordings/${slug}?t=12`]);
    const chapters = await listChapters(ctx, { recordingIds: [id] });
    expect(chapters.get(id)).toMatchObject([{ startMs: 12_000, techniqueId: null }]);
    await expect(setChapters(ctx, chapter('X', 'no-such-throw'))).rejects.toMatchObject({
      code: 'media.no-such-technique',
    });
    const stranger = world.current.ctx(await person(world.current, ['instructor'], '/elsewhere/'));
    await expect(setChapters(stranger, chapter('X'))).rejects.toMatchObject({ kind: 'forbidden' });
    const colleague = world.current.ctx(await person(world.current, ['instructor']));
    await expect(setChapters(colleague, chapter('X'))).rejects.toMatchObject({ kind: 'forbidden' });
    await setChapters(ctx, chapter('Honey grips'));
    expect(await found('marmalade', world.current.ctx())).toEqual([]);
  });
});

describe('the index', () => {
  it('is rebuilt as it was, and only when its make has changed', async () => {
    const { slug: courseSlug } = await course(world.current, { title: text('Walrus course') });
    const ctx = world.current.ctx();
    const before = await ctx.db.searchDocument.count();
    await ctx.db.searchDocument.deleteMany();
    expect(await found('walrus', ctx)).toEqual([]);
    await rebuildIndex(ctx);
    expect(await ctx.db.searchDocument.count()).toBe(before);
    expect(await found('walruses', ctx)).toEqual([`/courses/${courseSlug}`]);
    expect(await ensureIndex(ctx)).toBe(false);
    await ctx.db.searchState.update({ where: { id: 1 }, data: { version: 0 } });
    expect(await ensureIndex(ctx)).toBe(true);
  });

  it('forgets a recording that is withdrawn, with all its words', async () => {
    await withdrawRecording(await instructor(), { recordingId: id });
    const member = world.current.ctx(await person(world.current));
    for (const q of ['тюлени', 'honey grips']) expect(await found(q, member)).toEqual([]);
    await say('Морж кланяется первым');
    expect(await found('морж', member)).toEqual([]);
  });
});
