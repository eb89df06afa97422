import { beforeAll, describe, expect, it } from 'vitest';
import { withdrawRecording } from '~/domain/recordings/withdraw-recording.server';
import { addRecording } from '~/domain/seminars/add-recording.server';
import { createSeminar } from '~/domain/seminars/create-seminar.server';
import { findSeminar } from '~/domain/seminars/find-seminar.server';
import { getSeminar } from '~/domain/seminars/get-seminar.server';
import { type CreateSeminarInput, createSeminarInput } from '~/domain/seminars/inputs';
import { listRelatedSeminars } from '~/domain/seminars/list-related-seminars.server';
import { listSeminars } from '~/domain/seminars/list-seminars.server';
import { publishSeminar } from '~/domain/seminars/publish-seminar.server';
import { formatters } from '~/i18n/format';
import type { Ctx } from '~/platform/context';
import { newId } from '~/platform/ids';
import { useWorld } from '../../support/database';
import { organisation, person, recording, text } from '../learning/study-world';

const world = useWorld();
let organisationId: string;
let coordinator: Ctx;
let instructor: Ctx;

beforeAll(async () => {
  organisationId = await organisation(world.current);
  coordinator = world.current.ctx(await person(world.current, ['coordinator']));
  instructor = world.current.ctx(await person(world.current, ['instructor']));
});

const draft = (slug: string, day: string, more: Partial<CreateSeminarInput> = {}): CreateSeminarInput => ({
  ...{ slug, organisationId, mode: 'hybrid', title: text(slug), summary: text('S'), outcomes: [text('O')] },
  ...{ place: text('Hall'), zone: 'Asia/Tokyo', spoken: ['ja'], interpreted: ['ru', 'kk'] },
  ...{ techniqueIds: ['uchi-mata'], points: 2, places: 40, instructors: [] },
  hosts: [
    { organisationId, name: text('Host') },
    { organisationId: null, name: text('Second host') },
  ],
  sessions: [
    { startsAt: `${day}T18:00`, minutes: 45, title: text('One'), summary: text('First') },
    { startsAt: `${day}T19:00`, minutes: 30, title: text('Two'), summary: text('Second') },
  ],
  ...more,
});

async function announced(slug: string, day: string, more: Partial<CreateSeminarInput> = {}): Promise<string> {
  const { seminarId } = await createSeminar(coordinator, draft(slug, day, more));
  await publishSeminar(coordinator, { seminarId });
  return seminarId;
}

const get = (slug: string) => getSeminar(world.current.ctx(), { slug });

describe('a seminar', () => {
  it('is told in both time zones: 18:00 in Tokyo is 14:00 in Astana', async () => {
    await announced('zones', '2026-12-05');
    const { sessions, zones, hosts } = await get('zones');
    const times = zones.map((zone) => formatters('ru').time(sessions[0]?.startsAt ?? new Date(0), zone));
    expect(zones).toEqual(['Asia/Tokyo', 'Asia/Almaty']);
    expect(times).toEqual(['18:00', '14:00']);
    expect(hosts).toMatchObject([{ organisationId }, { organisationId: null }]);
  });

  it('is announced by the clock: coming, running, over', async () => {
    await announced('clock', '2026-12-06');
    const state = async (moment: string) => {
      world.current.clock.set(moment);
      const { state: now, changesAt } = await get('clock');
      return [now, changesAt?.toISOString() ?? null];
    };
    expect(await state('2026-12-06T08:59:59Z')).toEqual(['upcoming', '2026-12-06T09:00:00.000Z']);
    expect(await state('2026-12-06T09:00:00Z')).toEqual(['running', '2026-12-06T10:30:00.000Z']);
    expect(await state('2026-12-06T10:30:00Z')).toEqual(['past', null]);
    world.current.clock.set('2026-11-23T09:00:00Z');
  });

  it('is seen by nobody before it is published, and published once', async () => {
    const { seminarId } = await createSeminar(instructor, draft('hidden', '2026-12-07'));
    await expect(get('hidden')).rejects.toMatchObject({ kind: 'not-found' });
    expect((await listSeminars(world.current.ctx())).upcoming.map(({ slug }) => slug)).not.toContain(
      'hidden',
    );
    expect(await findSeminar(world.current.ctx(), { slug: 'hidden' })).toEqual({ seminarId });
    await Promise.all([publishSeminar(instructor, { seminarId }), publishSeminar(instructor, { seminarId })]);
    const acts = await instructor.db.auditEvent.count({
      where: { act: 'seminars.published', subjectId: seminarId },
    });
    expect(acts).toBe(1);
  });

  it('is written by coordinators and instructors of its organisation alone', async () => {
    const elsewhere = world.current.ctx(await person(world.current, ['coordinator'], '/elsewhere/'));
    const editor = world.current.ctx(await person(world.current, ['editor']));
    const { seminarId } = await createSeminar(coordinator, draft('rights', '2026-12-08'));
    for (const ctx of [elsewhere, editor, world.current.ctx()]) {
      await expect(createSeminar(ctx, draft('no', '2026-12-08'))).rejects.toMatchObject({
        kind: 'forbidden',
      });
      await expect(publishSeminar(ctx, { seminarId })).rejects.toMatchObject({ kind: 'forbidden' });
    }
    await expect(createSeminar(coordinator, draft('rights', '2026-12-08'))).rejects.toMatchObject({
      code: 'seminars.address-taken',
    });
    await expect(publishSeminar(coordinator, { seminarId: newId() })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('needs real zones, times and at least one session and host', () => {
    const day = '2026-12-08';
    expect(createSeminarInput.safeParse(draft('x', day)).success).toBe(true);
    const wrong = [
      { zone: 'Asia/Nowhere' },
      { sessions: [] },
      { hosts: [] },
      { spoken: [] },
      { sessions: [{ startsAt: '2026-12-08 18:00', minutes: 45, title: text('T'), summary: text('S') }] },
    ];
    for (const part of wrong)
      expect(createSeminarInput.safeParse({ ...draft('x', day), ...part }).success).toBe(false);
  });
});

describe('recordings of a seminar', () => {
  it('are those that are published; a withdrawn one takes none of its facts along', async () => {
    const seminarId = await announced('filmed', '2026-10-03');
    const [first, second] = [
      await recording(world.current, organisationId, 100, instructor),
      await recording(world.current, organisationId, 50, instructor),
    ];
    for (const recordingId of [first, second, first])
      await addRecording(coordinator, { seminarId, recordingId, note: text('Note') });
    expect((await get('filmed')).recordings.map(({ recordingId }) => recordingId)).toEqual([first, second]);
    expect(await listRelatedSeminars(world.current.ctx(), { recordingId: first })).toMatchObject([
      { slug: 'filmed' },
    ]);
    await withdrawRecording(instructor, { recordingId: second });
    await expect(
      addRecording(coordinator, { seminarId, recordingId: second, note: null }),
    ).rejects.toMatchObject({
      code: 'seminars.no-such-recording',
    });
    await expect(
      addRecording(coordinator, { seminarId, recordingId: newId(), note: null }),
    ).rejects.toMatchObject({
      code: 'seminars.no-such-recording',
    });
  });
});

describe('the list', () => {
  it('shows the next first, the past by pages, each once', async () => {
    for (let day = 1; day <= 25; day += 1)
      await announced(`past-${day}`, `2026-09-${String(day).padStart(2, '0')}`);
    const first = await listSeminars(world.current.ctx());
    expect(first.upcoming.map(({ slug }) => slug)).toEqual(['zones', 'clock', 'hidden']);
    expect(first.changesAt?.toISOString()).toBe('2026-12-05T09:00:00.000Z');
    expect(first.past[0]?.slug).toBe('filmed');
    const second = await listSeminars(world.current.ctx(), { after: first.next ?? '' });
    expect(second.upcoming).toEqual([]);
    const seen = [...first.past, ...second.past].map(({ slug }) => slug);
    expect(second.next).toBeNull();
    expect(seen).toHaveLength(26);
    expect(new Set(seen).size).toBe(26);
  });
});
