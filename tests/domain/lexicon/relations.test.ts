import { expect, it } from 'vitest';
import { addRelation } from '~/domain/lexicon/add-relation.server';
import { getTechnique } from '~/domain/lexicon/get-technique.server';
import type { AddRelationInput } from '~/domain/lexicon/inputs';
import { removeRelation } from '~/domain/lexicon/remove-relation.server';
import { newId } from '~/platform/ids';
import { actorWith } from '../../support/database';
import { editor, useLexicon } from './lexicon-world';

const world = useLexicon();
const asEditor = () => world.current.ctx(editor());

const tie = (other: string, more: Partial<AddRelationInput> = {}): AddRelationInput => ({
  kind: 'counter',
  fromId: 'yama-arashi',
  other,
  source: '',
  ...more,
});

const onward = async (id: string) => {
  const { onward: found } = await getTechnique(world.current.ctx(), { id });
  return found.map(({ kind, id: other }) => `${kind} ${other}`);
};

it('ties techniques by any name of the other one, and unties them again', async () => {
  const { relationId } = await addRelation(asEditor(), tie('ура наге', { source: 'Lesson 4' }));
  await addRelation(asEditor(), tie('内股', { kind: 'combination' }));
  await addRelation(asEditor(), tie('kesa gatame', { kind: 'continuation' }));
  expect(await onward('yama-arashi')).toEqual([
    'counter ura-nage',
    'combination uchi-mata',
    'continuation kesa-gatame',
  ]);
  const { backward } = await getTechnique(world.current.ctx(), { id: 'ura-nage' });
  expect(backward).toContainEqual(expect.objectContaining({ id: 'yama-arashi', source: 'Lesson 4' }));
  await removeRelation(asEditor(), { relationId });
  await removeRelation(asEditor(), { relationId });
  expect(await onward('yama-arashi')).not.toContain('counter ura-nage');
  await addRelation(asEditor(), tie('ura-nage'));
  expect(await onward('yama-arashi')).toContain('counter ura-nage');
  const acts = await asEditor().db.auditEvent.findMany({ where: { act: 'lexicon.relation-removed' } });
  expect(acts).toHaveLength(1);
});

it('refuses what makes no sense, at the field', async () => {
  const refused = (input: AddRelationInput, code: string) =>
    expect(addRelation(asEditor(), input)).rejects.toMatchObject({ code, extras: { field: 'other' } });
  await addRelation(asEditor(), tie('sumi-gaeshi'));
  await refused(tie('суми гаэси'), 'lexicon.known-relation');
  await refused(tie('yama-arashi'), 'lexicon.same-technique');
  await refused(tie('o-goshi', { kind: 'continuation' }), 'lexicon.not-groundwork');
  await refused(tie('осото'), 'lexicon.unknown-name');
  await refused(tie('сноуборд'), 'lexicon.unknown-name');
  await expect(addRelation(asEditor(), tie('o-goshi', { fromId: 'no-such' }))).rejects.toMatchObject({
    kind: 'not-found',
  });
  await expect(removeRelation(asEditor(), { relationId: newId() })).rejects.toMatchObject({
    kind: 'not-found',
  });
});

it('is for editors alone', async () => {
  for (const actor of [null, actorWith(['instructor']), actorWith(['admin'])]) {
    const ctx = world.current.ctx(actor);
    await expect(addRelation(ctx, tie('o-goshi'))).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(removeRelation(ctx, { relationId: newId() })).rejects.toMatchObject({ kind: 'forbidden' });
  }
});

it('what names tell has a source, everything else says that it is general knowledge', async () => {
  const { onward: found } = await getTechnique(world.current.ctx(), { id: 'o-soto-gari' });
  expect(found.find(({ id }) => id === 'o-soto-gaeshi')?.source).toBe('Kodokan');
  expect(found.find(({ id }) => id === 'harai-goshi')?.source).toBeNull();
});
