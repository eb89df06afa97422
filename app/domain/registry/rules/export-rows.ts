import type { Level, RuleSet } from '~/domain/frameworks/types';
import type { RegisterLine } from '~/domain/licensing/types';
import { type LocalizedText, plainText } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import type { Translate } from '~/i18n/translate';
import type { LocalDate } from '~/platform/local-date';
import type { Cell } from './cell';

/** Columns with their width in characters. */
export const COLUMNS = [
  ['name', 32],
  ['latin', 28],
  ['number', 18],
  ['serial', 18],
  ['framework', 28],
  ['level', 28],
  ['organisation', 32],
  ['from', 12],
  ['until', 12],
  ['state', 22],
  ['missing', 36],
] as const;

export const headerCells = (t: Translate): string[] => COLUMNS.map(([name]) => t(`registry:column.${name}`));

/** What a line needs besides itself, in the reader's language. */
export type RowTexts = {
  t: Translate;
  lang: Lang;
  organisations: ReadonlyMap<string, LocalizedText>;
  /** Names of components by kind. */
  components: ReadonlyMap<string, LocalizedText>;
};

/**
 * Names of conditions by kind, as the newest rules that have begun say. Rules that were taken back or are to come name
 * only what no others do: a period may have been decided ahead by them.
 */
export function componentNames(
  levels: readonly Pick<Level, 'ruleSets'>[],
  today: LocalDate,
): ReadonlyMap<string, LocalizedText> {
  const ruleSets = levels.flatMap((level) => level.ruleSets);
  const counts = (rules: RuleSet) => !rules.isWithdrawn && rules.effectiveFrom <= today;
  const inOrder = [...ruleSets.filter((rules) => !counts(rules)), ...ruleSets.filter(counts)];
  return new Map(inOrder.flatMap(({ components }) => components.map(({ kind, name }) => [kind, name])));
}

const stateText = ({ state, reason }: RegisterLine, t: Translate): string =>
  reason
    ? `${t(`licensing:state.${state}`)} (${t(`licensing:reason.${reason}`)})`
    : t(`licensing:state.${state}`);

/** Conditions mean nothing any more for what is over for good; the list leaves them out too. */
const missingOf = ({ state, missing }: RegisterLine): readonly string[] =>
  state === 'revoked' || state === 'lapsed' ? [] : missing;

/** A line of the register as cells, in the order of COLUMNS. */
export function rowCells(line: RegisterLine, { t, lang, organisations, components }: RowTexts): Cell[] {
  const nameOf = (text: LocalizedText | undefined) => (text ? plainText(text, lang) : '');
  const kindName = (kind: string) => nameOf(components.get(kind)) || kind;
  return [
    line.displayName,
    line.latinName,
    line.document?.number ?? '',
    line.document?.serial ?? '',
    nameOf(line.level?.framework.name),
    nameOf(line.level?.name),
    nameOf(organisations.get(line.organisationId ?? '')),
    { day: line.from },
    { day: line.until },
    stateText(line, t),
    missingOf(line).map(kindName).join('; '),
  ];
}
