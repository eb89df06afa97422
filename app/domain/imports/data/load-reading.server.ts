import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import { type ListedOrganisation, listOrganisations } from '~/domain/people/list-organisations.server';
import type { LocalizedText } from '~/i18n/content';
import { LANGS } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { Choices } from '../rules/choices';
import { columnOrder, type DateOrder } from '../rules/dates';
import type { Field } from '../rules/fields';
import type { Mapping } from '../rules/mapping';
import type { Reading } from '../rules/read-row';
import { walkRows } from './rows.server';

const namesOf = (text: LocalizedText): string[] => LANGS.flatMap((lang) => text[lang]?.text ?? []);

/** Levels that an organisation at the path may hold, with rules: of frameworks above or below it. */
export async function levelsFor(ctx: Ctx, path: string): Promise<Level[]> {
  const levels = await listLevels(ctx);
  return levels.filter(
    ({ framework, ruleSets }) =>
      ruleSets.length > 0 && (framework.path.startsWith(path) || path.startsWith(framework.path)),
  );
}

/** The organisation at the path and those below it. */
export const placesFor = async (ctx: Ctx, path: string): Promise<ListedOrganisation[]> =>
  (await listOrganisations(ctx)).filter((each) => each.path.startsWith(path));

const DATES: readonly Field[] = ['birth', 'awarded', 'until'];

const columnsOfDays = ({ fields }: Mapping): number[] =>
  Object.entries(fields).flatMap(([at, field]) => (DATES.includes(field) ? [Number(at)] : []));

/** The order of days and months in each column of days, as far as its values say it. */
async function ordersSaid(
  ctx: Ctx,
  importId: string,
  columns: readonly number[],
): Promise<Map<number, DateOrder | null>> {
  const values = new Map(columns.map((at) => [at, new Set<string>()]));
  for await (const page of walkRows(ctx, importId))
    for (const { cells } of page)
      for (const at of columns) {
        const cell = cells[at];
        if (typeof cell === 'string' && /[/-]/.test(cell)) values.get(at)?.add(cell);
      }
  return new Map(columns.map((at) => [at, columnOrder(values.get(at) ?? [])]));
}

export type ReadingOf = {
  importId: string;
  path: string;
  mapping: Mapping;
  /** The check has noted what the columns of days say. */
  isChecked: boolean;
};

/** Everything that reading a row asks for. */
export async function loadReading(
  ctx: Ctx,
  { importId, path, mapping, isChecked }: ReadingOf,
): Promise<{ reading: Reading; levels: Level[] }> {
  const levels = await levelsFor(ctx, path);
  const all = await listOrganisations(ctx);
  const reached = new Set(all.filter((each) => each.path.startsWith(path)).map(({ id }) => id));
  const columns = columnsOfDays(mapping);
  const orders = isChecked ? new Map<number, DateOrder>() : await ordersSaid(ctx, importId, columns);
  const zone = levels[0]?.framework.zone ?? 'Asia/Almaty';
  const named = (things: readonly { id: string; slug: string; name: LocalizedText }[]) =>
    things.map(({ id, slug, name }) => ({ id, names: [slug, ...namesOf(name)] }));
  // Names within reach come before equal ones elsewhere.
  const within = named(all.filter(({ id }) => reached.has(id)));
  const elsewhere = named(all.filter(({ id }) => !reached.has(id)));
  const known = new Choices(within, mapping.places);
  const others = new Choices(elsewhere, {});
  return {
    levels,
    reading: {
      fields: new Map(Object.entries(mapping.fields).map(([at, field]) => [field, Number(at)])),
      orders: new Map(columns.map((at) => [at, mapping.orders[at] ?? orders.get(at) ?? null])),
      places: {
        find(text) {
          const found = known.find(text);
          return 'fault' in found && found.fault === 'unknown' ? others.find(text) : found;
        },
      },
      levels: new Choices(named(levels), mapping.levels),
      isReached: (id) => reached.has(id),
      today: ctx.clock.today(zone),
    },
  };
}
