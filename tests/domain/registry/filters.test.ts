import { beforeAll, describe, expect, test } from 'vitest';
import { deleteFilter } from '~/domain/registry/delete-filter.server';
import { exportPersonalData } from '~/domain/registry/export-personal-data.server';
import { listFilters } from '~/domain/registry/list-filters.server';
import { renameFilter } from '~/domain/registry/rename-filter.server';
import { saveFilter } from '~/domain/registry/save-filter.server';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';

const world = useWorld();
let cast: Cast;

beforeAll(async () => {
  cast = await openCast(world.current);
});

const office = () => cast.as(cast.registrar);
const other = () => cast.as(cast.secondRegistrar);
const names = async (ctx = office()) => (await listFilters(ctx)).map(({ name }) => name);
const QUERY = 'path=%2Fkjf%2Fkaraganda%2F&within=60&missing=safeguarding';

describe('saved filters', () => {
  test('are kept as the address has them, once, in the order of names, for the owner alone', async () => {
    const saved = await saveFilter(office(), {
      name: ' Қарағанды, 60 күн ',
      query: `?after=x&${QUERY}&state=`,
    });
    expect(saved).toMatchObject({ name: 'Қарағанды, 60 күн', query: QUERY });
    await saveFilter(office(), { name: 'Әулие' });
    await saveFilter(office(), { name: '佐藤', query: 'q=佐藤' });
    expect(await names()).toEqual(['Әулие', 'Қарағанды, 60 күн', '佐藤']);
    expect(await names(other())).toEqual([]);
    await deleteFilter(other(), { filterId: saved.id });
    const stolen = renameFilter(other(), { filterId: saved.id, name: 'Mine' });
    await expect(stolen).rejects.toMatchObject({ code: 'registry.filter-not-found' });
    expect(await names()).toHaveLength(3);
    const { personId } = cast.registrar;
    expect(await exportPersonalData(office(), { personId })).toMatchObject({ savedFilters: { length: 3 } });
  });

  test('sent five times at once it is one; another filter of that name is refused', async () => {
    const sent = { name: 'Twice', query: 'within=30' };
    const ids = await Promise.all(Array.from({ length: 5 }, () => saveFilter(other(), sent)));
    expect(new Set(ids.map(({ id }) => id)).size).toBe(1);
    expect(await names(other())).toEqual(['Twice']);
    const taken = saveFilter(other(), { ...sent, query: 'within=60' });
    await expect(taken).rejects.toMatchObject({ code: 'registry.name-taken', extras: { field: 'name' } });
  });

  test('are renamed and deleted; what is gone stays gone', async () => {
    const { id } = await saveFilter(other(), { name: 'Old', query: 'within=14' });
    await expect(renameFilter(other(), { filterId: id, name: 'Twice' })).rejects.toMatchObject({
      code: 'registry.name-taken',
    });
    await renameFilter(other(), { filterId: id, name: 'New' });
    expect(await names(other())).toEqual(['New', 'Twice']);
    await deleteFilter(other(), { filterId: id });
    await deleteFilter(other(), { filterId: id });
    expect(await names(other())).toEqual(['Twice']);
  });

  test('at most fifty; nobody but registrars', async () => {
    const keeper = cast.as(await cast.newPerson('Keeper', '/kjf/', cast.registrar.grants));
    for (let at = 0; at < 50; at += 1) await saveFilter(keeper, { name: `n ${at}` });
    await expect(saveFilter(keeper, { name: 'one more' })).rejects.toMatchObject({
      code: 'registry.too-many-filters',
    });
    const coach = cast.as(await cast.newPerson('Coach'));
    await expect(listFilters(coach)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(saveFilter(coach, { name: 'x' })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(listFilters(cast.as(null))).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
