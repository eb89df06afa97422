import { mapColumns } from '~/domain/imports/map-columns.server';
import { sendFile } from '~/domain/imports/send-file.server';
import { newId } from '~/platform/ids';
import { actorWith } from '../../support/database';
import type { Site } from '../../support/site';

/** One row that can be taken, one with a fault, and two that may be one person. */
const TABLE = `ФИО;Дата рождения;Область;Категория;Дата присвоения;№ удостоверения
Тренер Первый;15.10.1990;Караганда;;;
Тренер Второй;31.02.1990;Караганда;;;
Тренер Третий;04.05.1988;Караганда;;;
Тренер Третьий;04.05.1988;Караганда;;;
`;

const FILE = 'register.csv';
const FIELDS = { 0: 'full-name', 1: 'birth', 2: 'region' };

/** An import of registrar@demo.test that was read and checked; its id. */
export async function sampleImport(site: Site): Promise<string> {
  const { client } = site.services.database;
  const made = await client.importFile.findFirst({ where: { fileName: FILE } });
  if (made) return made.id;
  const { id: accountId, personId } = await client.account.findUniqueOrThrow({
    where: { email: 'registrar@demo.test' },
  });
  const { id: organisationId } = await client.organisation.findUniqueOrThrow({ where: { slug: 'kjf' } });
  const ctx = site.ctx(actorWith(['registrar'], '/kjf/', { accountId, personId }));
  const file = { name: FILE, bytes: new TextEncoder().encode(TABLE) };
  const { importId } = await sendFile(ctx, { submissionKey: newId(), organisationId, file });
  await site.drainJobs();
  await mapColumns(ctx, { importId, what: { mapping: { fields: FIELDS } } });
  await site.drainJobs();
  return importId;
}
