import { type LocalizedText, readText } from '~/i18n/content';
import { isLang, type Lang } from '~/i18n/locales';
import type { Role } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { foldName } from '~/platform/folding/names';
import { type DescribedRow, selectDescribed } from './data/described.server';
import { displayName, latinNameOf, type ScriptedName } from './rules/names';
import { SCRIPTS } from './rules/scripts';

export type DescribedPerson = {
  personId: string;
  accountId: string | null;
  /** The name in the person's own script; '' without any. */
  displayName: string;
  /** '' when there is no spelling in Latin letters. */
  latinName: string;
  /** Every spelling for searches, separated by spaces; those of records that were joined to this one as well. */
  foldedNames: string;
  /** Every current spelling, and behind them those of records that were joined to this one. */
  names: readonly ScriptedName[];
  organisation: { id: string; path: string; name: LocalizedText } | null;
  /** The record was joined to another one. */
  isJoined: boolean;
  /** Where the person is written to; null without a confirmed address. For mails alone. */
  mail: { to: string; lang: Lang } | null;
};

export type DescribePeopleInput =
  | { personIds: readonly string[] }
  | { accountIds: readonly string[] }
  /** Whoever holds one of the roles at one of the organisations themselves. */
  | { roles: readonly Role[]; organisationIds: readonly string[] }
  /**
   * A name in any script or a whole e-mail address, within organisations at or below the paths ('/' is everybody), or,
   * where asked for, without any.
   */
  | { q: string; paths: readonly string[]; orPlaceless?: boolean }
  /** Everybody within organisations at or below the path, or, for null, without any; a page at a time in the order of their ids. */
  | { path: string | null; after: string | null; take: number };

const MOST_FOUND = 20;

/**
 * Names, places and where to write. Unknown ids are left out; a search answers at most 20, by name. For ports: it does
 * not ask who looks, so that its callers must.
 */
export async function describePeople(ctx: Ctx, input: DescribePeopleInput): Promise<DescribedPerson[]> {
  if ('roles' in input || 'after' in input) return (await selectDescribed(ctx, input)).map(described);
  if (!('q' in input)) {
    const ids = 'personIds' in input ? input.personIds : input.accountIds;
    return ids.length === 0 ? [] : (await selectDescribed(ctx, input)).map(described);
  }
  const email = input.q.normalize('NFKC').trim().toLowerCase();
  const words = foldName(input.q).split(' ').filter(Boolean);
  if (email === '') return [];
  const { paths, orPlaceless = false } = input;
  const found = await selectDescribed(ctx, { words, email, paths, orPlaceless, take: MOST_FOUND });
  return found.map(described);
}

const scripted = (names: DescribedRow['names']): ScriptedName[] =>
  names.filter((name): name is ScriptedName => SCRIPTS.some((script) => script === name.script));

function described({
  personId,
  accountId,
  lang: own,
  email,
  names,
  joinedNames,
  isJoined,
  organisation,
}: DescribedRow): DescribedPerson {
  const known = scripted(names);
  const all = [...known, ...scripted(joinedNames)];
  const lang = isLang(own) ? own : 'ru';
  return {
    personId,
    accountId,
    displayName: displayName(known, lang),
    latinName: latinNameOf(known) ?? '',
    foldedNames: all
      .map((name) => foldName(`${name.family} ${name.given} ${name.patronymic ?? ''}`))
      .join(' '),
    mail: email === null ? null : { to: email, lang },
    names: all,
    isJoined,
    organisation: organisation && { ...organisation, name: readText(organisation.name) },
  };
}
