import { expect, test } from 'vitest';
import { OWNED, SPECIAL, STAYING } from '~/domain/unions/data/owned-tables';
import { useWorld } from '../../support/database';

const world = useWorld();

/** Every column that is called `person_id`, and every foreign key to a person. */
const NAMING_A_PERSON = `
  SELECT c.relname AS table, a.attname AS column FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
    AND (a.attname = 'person_id' OR EXISTS (SELECT 1 FROM pg_constraint k
      WHERE k.contype = 'f' AND k.conrelid = c.oid AND k.confrelid = 'person'::regclass AND a.attnum = ANY(k.conkey)))`;

test('a joining moves the rows of every column that names a person, or says why they stay', async () => {
  const { rows } = await world.current.services.database.pool.query<{ table: string; column: string }>(
    NAMING_A_PERSON,
  );
  const said = [...OWNED.map(({ table }) => `${table}.person_id`), ...SPECIAL, ...Object.keys(STAYING)];
  expect(rows.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(said.sort());
  expect(new Set(said).size).toBe(said.length);
});
