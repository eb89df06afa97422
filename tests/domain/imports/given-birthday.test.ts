import { expect, test } from 'vitest';
import { findIdentities } from '~/domain/identities/find-identities.server';
import { getOwnBirthday } from '~/domain/identities/get-own-birthday.server';
import { giveBirthday } from '~/domain/identities/give-birthday.server';
import { checkDigit } from '~/domain/identities/inputs';
import { confirmImport } from '~/domain/imports/confirm-import.server';
import { decidePairs } from '~/domain/imports/decide-pairs.server';
import { listPairs } from '~/domain/imports/list-pairs.server';
import { undoImport } from '~/domain/imports/undo-import.server';
import { writeRecord } from '~/domain/people/write-record.server';
import { inTransaction } from '~/platform/context';
import { newId } from '~/platform/ids';
import { actorWith, useWorld } from '../../support/database';
import { drainJobs } from '../../support/drain-jobs';
import { type Office, openOffice, sendAndCheck, workbook } from './office';

const world = useWorld();
const HEADER = ['ФИО', 'ИИН', 'Дата рождения'];
const eleven = '90101530012';
const iin = `${eleven}${checkDigit(eleven)}`;

async function newPerson({ ctx, organisationId }: Office, family: string) {
  const personId = newId();
  const name = { script: 'cyrillic' as const, kind: 'own' as const, family, given: 'Ерлан', patronymic: '' };
  await inTransaction(ctx, (tx) => writeRecord(tx, { add: { personId, names: [name], organisationId } }));
  return world.current.ctx(actorWith([], '/', { personId, accountId: newId() }));
}

test('a birthday that the person gave is shown to nobody, and gives way to the one of a table', async () => {
  const office = await openOffice(world.current);
  const coach = await newPerson(office, 'Ахметов');
  const personId = coach.actor?.personId ?? '';
  await giveBirthday(coach, { birthOn: '1991-03-04' });
  expect(await findIdentities(office.ctx, { personIds: [personId] })).toMatchObject([{ birthOn: null }]);
  const importId = await sendAndCheck(
    world.current,
    office,
    await workbook(HEADER, [['Ахметов Ерлан', iin, '15.10.1990']]),
  );
  const { rows } = await listPairs(office.ctx, { importId, after: '' });
  expect(rows).toMatchObject([{ other: { name: 'Ахметов Ерлан', birthOn: null } }]);
  expect(JSON.stringify(rows)).not.toContain('1991');
  await decidePairs(office.ctx, { importId, decisions: [{ pairId: rows[0]?.id ?? '', decision: 'same' }] });
  await confirmImport(office.ctx, { importId });
  await drainJobs(world.current.services);
  expect(await getOwnBirthday(coach)).toEqual({ birthOn: '1990-10-15', mayGive: false });
  expect(await findIdentities(office.ctx, { iins: [iin] })).toMatchObject([{ personId }]);
  await undoImport(office.ctx, { importId });
  await drainJobs(world.current.services);
  expect(await findIdentities(office.ctx, { iins: [iin] })).toEqual([]);
  expect(await getOwnBirthday(coach)).toEqual({ birthOn: null, mayGive: true });
});
