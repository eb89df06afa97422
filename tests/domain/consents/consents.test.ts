import { beforeAll, expect, it } from 'vitest';
import { addPerson } from '~/domain/consents/add-person.server';
import { listPersons } from '~/domain/consents/list-persons.server';
import { recordConsent } from '~/domain/consents/record-consent.server';
import { withdrawConsent } from '~/domain/consents/withdraw-consent.server';
import { withdrawSpan } from '~/domain/consents/withdraw-span.server';
import { draftRecording } from '~/domain/recordings/draft-recording.server';
import { publishRecording } from '~/domain/recordings/publish-recording.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { newId } from '~/platform/ids';
import { useWorld } from '../../support/database';
import { organisation, person } from '../learning/study-world';

const world = useWorld();
let [owner, colleague, editor, stranger]: Ctx[] = [];
let recordingId: string;

beforeAll(async () => {
  const organisationId = await organisation(world.current);
  const as = async (roles: Parameters<typeof person>[1], path?: string) =>
    world.current.ctx(await person(world.current, roles, path));
  [owner, colleague, editor, stranger] = [
    await as(['instructor']),
    await as(['instructor']),
    await as(['editor']),
    await as(['instructor', 'editor'], '/elsewhere/'),
  ];
  const draft = { assetId: newId(), organisationId, title: '内股', lang: 'ja' as const };
  ({ recordingId } = await inTransaction(owner as Ctx, (tx) => draftRecording(tx, draft)));
});

const people = (ctx: Ctx | undefined) => listPersons(ctx as Ctx, { recordingId });

it('is kept by its instructor and editors of the organisation, each person once', async () => {
  for (const _twice of [1, 2])
    await addPerson(editor as Ctx, { recordingId, name: 'Ұшқын Әлиева', isMinor: true });
  await addPerson(owner as Ctx, { recordingId, name: '田中', isMinor: false });
  expect((await people(owner)).map(({ name }) => name).sort()).toEqual(['Ұшқын Әлиева', '田中'].sort());
  for (const other of [colleague, stranger, world.current.ctx()])
    await expect(people(other)).rejects.toMatchObject({ kind: 'forbidden' });
});

it('a minor without consent keeps a recording from being published', async () => {
  await expect(publishRecording(owner as Ctx, { recordingId })).rejects.toMatchObject({
    code: 'media.consent-missing',
  });
  const minor = (await people(owner)).find(({ isMinor }) => isMinor);
  const consent = { recordingId, personId: minor?.id ?? '', givenBy: 'Әлиева Гүлнар', abroad: false };
  await expect(recordConsent(editor as Ctx, { ...consent, consentedOn: '2199-01-01' })).rejects.toMatchObject(
    { code: 'consents.in-the-future' },
  );
  await recordConsent(editor as Ctx, { ...consent, consentedOn: '2020-01-31' });
  await expect(publishRecording(colleague as Ctx, { recordingId })).rejects.toMatchObject({
    kind: 'forbidden',
  });
  await expect(publishRecording(editor as Ctx, { recordingId })).rejects.toMatchObject({ kind: 'forbidden' });
  await publishRecording(owner as Ctx, { recordingId });
});

it('a consent is withdrawn once and not given again', async () => {
  const [first] = await people(owner);
  const which = { recordingId, personId: first?.id ?? '' };
  for (const _twice of [1, 2]) await withdrawConsent(editor as Ctx, which);
  const again = { ...which, consentedOn: '2020-02-01', givenBy: 'x', abroad: true };
  await expect(recordConsent(owner as Ctx, again)).rejects.toMatchObject({ kind: 'not-found' });
  const acts = await world.current.ctx().db.auditEvent.count({ where: { act: 'consents.withdrawn' } });
  expect(acts).toBe(1);
});

it('a part that ends before it begins is none', async () => {
  for (const [startMs, endMs] of [
    [5_000, 5_000],
    [5_000, 4_000],
  ] as const)
    await expect(withdrawSpan(owner as Ctx, { recordingId, startMs, endMs })).rejects.toMatchObject({
      code: 'consents.end-before-start',
    });
  await expect(
    withdrawSpan(stranger as Ctx, { recordingId, startMs: 0, endMs: 1_000 }),
  ).rejects.toMatchObject({ kind: 'forbidden' });
});
