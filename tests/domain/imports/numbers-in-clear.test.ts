import { expect, test } from 'vitest';
import { checkDigit } from '~/domain/identities/inputs';
import { getColumns } from '~/domain/imports/get-columns.server';
import { getImport } from '~/domain/imports/get-import.server';
import { mapColumns } from '~/domain/imports/map-columns.server';
import { sendFile } from '~/domain/imports/send-file.server';
import type { Ctx } from '~/platform/context';
import { newId } from '~/platform/ids';
import { useWorld } from '../../support/database';
import { drainJobs } from '../../support/drain-jobs';
import { type Office, openOffice } from './office';

const world = useWorld();
const iinOf = (eleven: string) => `${eleven}${checkDigit(eleven)}`;
const [ONE, TWO, THREE] = [iinOf('90101530012'), iinOf('85020340015'), iinOf('91030430017')];

let opened: Promise<Office> | null = null;
const office = () => {
  opened ??= openOffice(world.current);
  return opened;
};

async function send(lines: readonly string[]): Promise<{ ctx: Ctx; importId: string }> {
  const { ctx, organisationId } = await office();
  const file = { name: 'x.csv', bytes: new TextEncoder().encode(lines.join('\n')) };
  const { importId } = await sendFile(ctx, { submissionKey: newId(), organisationId, file });
  await drainJobs(world.current.services);
  return { ctx, importId };
}

/** Tables in which one of the numbers stands in clear. */
async function tablesWith(numbers: readonly string[]): Promise<string[]> {
  const { pool } = world.current.services.database;
  const { rows } = await pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { name } of rows)
    for (const number of numbers) {
      const text = `SELECT 1 FROM "${name}" t WHERE t::text LIKE '%' || $1 || '%' LIMIT 1`;
      if ((await pool.query(text, [number])).rows.length > 0) found.push(name);
    }
  return found;
}

test('a table without a header loses nobody, and no number stands in clear', async () => {
  const { ctx, importId } = await send([`Ахметов Ерлан;${ONE}`, `Ким Ли;${TWO}`]);
  const { columns, headerRow } = await getColumns(ctx, { importId });
  expect(headerRow).toBeNull();
  expect(JSON.stringify(columns)).not.toContain(ONE.slice(0, 8));
  await mapColumns(ctx, { importId, what: { mapping: { fields: { 0: 'full-name', 1: 'iin' } } } });
  await drainJobs(world.current.services);
  expect((await getImport(ctx, { importId })).verdicts).toMatchObject({ new: 2, error: 0 });
  expect(await tablesWith([ONE, TWO])).toEqual([]);
  const other = await send([`Болатов Марат;${THREE}`, 'Пак Чен;']);
  expect((await getColumns(other.ctx, other)).source).toBe('guessed');
});

test('numbers in wrong columns stand in clear nowhere, and the columns can still be sent', async () => {
  const { ctx, importId } = await send([
    `ФИО;Клуб;Категория;Дата рождения;Дата присвоения;Примечание`,
    `Ахметов Ерлан;${ONE};ИИН ${TWO};${THREE};01.01.2020;x`,
    `Ким Ли ${THREE};${ONE.slice(0, 6)} ${ONE.slice(6)};-;—;-;${TWO}`,
  ]);
  const { columns } = await getColumns(ctx, { importId });
  const fields = Object.fromEntries(columns.flatMap(({ at, field }) => (field ? [[at, field]] : [])));
  await mapColumns(ctx, { importId, what: { mapping: { fields } } });
  await drainJobs(world.current.services);
  const { open } = await getColumns(ctx, { importId });
  expect(open.places).toMatchObject([{ value: `••••••••${ONE.slice(8)}`, rows: 2 }]);
  expect(JSON.stringify([columns, open])).not.toMatch(/\d{6}/);
  expect(await tablesWith([ONE, TWO, THREE])).toEqual([]);
  const key = open.places[0]?.key ?? '';
  const { regionId } = await office();
  await mapColumns(ctx, { importId, what: { mapping: { fields, places: { [key]: regionId } } } });
  await drainJobs(world.current.services);
  expect((await getColumns(ctx, { importId })).open.places).toEqual([]);
});
