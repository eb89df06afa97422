import { beforeAll, expect, it } from 'vitest';
import { exportViewing } from '~/domain/viewing/export-viewing.server';
import { findViewing } from '~/domain/viewing/find-viewing.server';
import { saveViewingInput } from '~/domain/viewing/inputs';
import { saveViewing } from '~/domain/viewing/save-viewing.server';
import type { Ctx } from '~/platform/context';
import { newId } from '~/platform/ids';
import { useWorld } from '../../support/database';
import { organisation, person, recording } from '../learning/study-world';

const world = useWorld();
let coach: Ctx;
let other: Ctx;
let recordingId = '';
let second = '';

beforeAll(async () => {
  const organisationId = await organisation(world.current);
  recordingId = await recording(world.current, organisationId, 100);
  second = await recording(world.current, organisationId, 100);
  coach = world.current.ctx(await person(world.current));
  other = world.current.ctx(await person(world.current));
});

const acts = (ctx: Ctx) => ctx.db.auditEvent.count();

it('keeps where each person stopped in each recording, told twice or not, without a trace in the audit', async () => {
  const before = await acts(coach);
  await saveViewing(coach, { recordingId, position: 12 });
  await saveViewing(coach, { recordingId, position: 41 });
  await saveViewing(coach, { recordingId, position: 41 });
  await saveViewing(other, { recordingId, position: 7 });
  expect((await findViewing(coach, { recordingId }))?.positionSec).toBe(41);
  expect((await findViewing(other, { recordingId }))?.positionSec).toBe(7);
  expect((await findViewing(coach, { recordingId: second }))?.positionSec).toBeNull();
  expect(await coach.db.viewingPosition.count({ where: { recordingId } })).toBe(2);
  expect(await acts(coach)).toBe(before);
});

it('keeps nothing behind the end', async () => {
  await saveViewing(coach, { recordingId, position: 5_000 });
  expect((await findViewing(coach, { recordingId }))?.positionSec).toBe(100);
});

it('keeps the languages of a person for every recording', async () => {
  expect((await findViewing(coach, { recordingId }))?.choice).toBeNull();
  await saveViewing(coach, { recordingId, choice: { audio: 'ja', captions: ['kk', 'ru'] } });
  await saveViewing(coach, { recordingId, choice: { audio: 'ru', captions: ['kk', ''] } });
  expect((await findViewing(coach, { recordingId: second }))?.choice).toEqual({
    audio: 'ru',
    captions: ['kk', ''],
  });
  expect((await findViewing(other, { recordingId }))?.choice).toBeNull();
});

it('knows nothing of visitors and of recordings that are not published', async () => {
  const visitor = world.current.ctx();
  expect(await findViewing(visitor, { recordingId })).toBeNull();
  await expect(saveViewing(visitor, { recordingId, position: 1 })).rejects.toMatchObject({
    kind: 'unauthenticated',
  });
  await expect(saveViewing(coach, { recordingId: newId(), position: 1 })).rejects.toMatchObject({
    code: 'media.no-such-recording',
  });
});

it('is part of the export of own data', async () => {
  const { personId = '' } = coach.actor ?? {};
  expect(await exportViewing(coach, { personId })).toMatchObject({
    positions: [{ recordingId, positionSec: 100 }],
    choice: { audio: 'ru', captions: ['kk', ''] },
  });
});

it('refuses what no player sends', () => {
  const bad = [
    ...[null, 'x', {}, { recordingId: 'x' }, { recordingId: '\0' }, { recordingId, position: -1 }],
    ...[{ position: 1.5 }, { position: 86_401 }, { position: '1' }, { position: Number.NaN }],
    ...[{ choice: {} }, { choice: { audio: 'xx', captions: ['', ''] } }],
    { choice: { audio: 'ru', captions: ['ru', 'kk', 'ja'] } },
    { choice: { audio: 'ru'.repeat(50_000), captions: ['', ''] } },
  ];
  for (const input of bad) {
    const sent = typeof input === 'object' && input ? { recordingId, ...input } : input;
    const isWhole = JSON.stringify(sent) === JSON.stringify({ recordingId });
    expect(saveViewingInput.safeParse(sent).success).toBe(isWhole);
  }
});
