import ExcelJS from 'exceljs';
import { defineFramework } from '~/domain/frameworks/define-framework.server';
import { getColumns } from '~/domain/imports/get-columns.server';
import { mapColumns } from '~/domain/imports/map-columns.server';
import { sendFile } from '~/domain/imports/send-file.server';
import { authored } from '~/i18n/content';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { newId } from '~/platform/ids';
import { ladder } from '../../support/cast';
import { actorWith, type TestWorld } from '../../support/database';
import { drainJobs } from '../../support/drain-jobs';

export type Office = { ctx: Ctx; registrar: Actor; stranger: Ctx; organisationId: string; regionId: string };

async function account(ctx: Ctx, actor: Actor): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.person.create({ data: { id: actor.personId, createdAt: now } });
  const email = `${actor.accountId}@test.kz`;
  await ctx.db.account.create({
    data: { id: actor.accountId, personId: actor.personId, email, lang: 'ru', createdAt: now },
  });
}

/** A federation with a region and a registrar, and a registrar of another organisation. */
export async function openOffice(world: TestWorld): Promise<Office> {
  const root = world.ctx();
  const [organisationId, regionId, otherId] = [newId(), newId(), newId()];
  const place = (
    id: string,
    slug: string,
    path: string,
    names: Record<string, string>,
    parentId: string | null,
  ) =>
    root.db.organisation.create({
      data: {
        id,
        slug,
        kind: parentId ? 'region' : 'federation',
        name: authored('ru', names),
        path,
        parentId,
      },
    });
  await place(organisationId, 'kjf', '/kjf/', { ru: 'КЖФ' }, null);
  await place(
    regionId,
    'karaganda',
    '/kjf/karaganda/',
    { ru: 'Карагандинский', kk: 'Қарағанды', en: 'Karaganda' },
    organisationId,
  );
  await place(otherId, 'other', '/other/', { ru: 'Другая' }, null);
  const registrar = actorWith(['registrar']);
  const stranger = actorWith(['registrar'], '/other/');
  await account(root, registrar);
  await account(root, stranger);
  await defineFramework(world.ctx(registrar), ladder(organisationId));
  return { ctx: world.ctx(registrar), registrar, stranger: world.ctx(stranger), organisationId, regionId };
}

/** A workbook with a title, a header in its third row and these rows. */
export async function workbook(
  header: readonly string[],
  rows: readonly (readonly (string | number | Date | null)[])[],
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Реестр');
  sheet.addRow(['Реестр тренеров области']);
  sheet.mergeCells(1, 1, 1, header.length);
  sheet.addRow([]);
  sheet.addRow([...header]);
  for (const row of rows) sheet.addRow([...row]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Sends a file, maps it as its headers say, and lets it be checked. */
export async function sendAndCheck(
  world: TestWorld,
  { ctx, organisationId }: Office,
  bytes: Uint8Array,
): Promise<string> {
  const file = { name: 'register.xlsx', bytes };
  const { importId } = await sendFile(ctx, { submissionKey: newId(), organisationId, file });
  await drainJobs(world.services);
  const { columns } = await getColumns(ctx, { importId });
  const fields = Object.fromEntries(columns.flatMap(({ at, field }) => (field ? [[String(at), field]] : [])));
  await mapColumns(ctx, { importId, what: { mapping: { fields } } });
  await drainJobs(world.services);
  return importId;
}

/** How many rows each table has; the audit and the remembered columns stay when an import is undone. */
export async function countTables(world: TestWorld): Promise<Record<string, number>> {
  const { pool } = world.services.database;
  const { rows } = await pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  const kept = /^(audit_|import_mapping$|content_version$|_prisma)/;
  const counts: Record<string, number> = {};
  for (const { name } of rows.filter((row) => !kept.test(row.name)))
    counts[name] = Number(
      (await pool.query<{ n: string }>(`SELECT count(*) AS n FROM "${name}"`)).rows[0]?.n,
    );
  return counts;
}
