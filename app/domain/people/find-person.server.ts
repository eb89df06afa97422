import { isLang, type Lang } from '~/i18n/locales';
import { type Grant, ROLES, type Role } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { type PersonKey, type PersonRow, selectPerson } from './data/people.server';
import { displayName, latinNameOf, readerName, type ScriptedName } from './rules/names';
import { SCRIPTS, type Script } from './rules/scripts';

export type FoundPerson = {
  personId: string;
  /** The record was joined to another one, which has everything now. */
  isJoined: boolean;
  /** Null: a person whom the register knows but who has no account. */
  account: {
    id: string;
    email: string | null;
    phone: string | null;
    lang: Lang;
    emailConfirmed: boolean;
  } | null;
  /** Current spellings. */
  names: readonly ScriptedName[];
  /** The name for readers of each language, family name first; '' without any name. */
  /** In the order of each reader's culture. */
  displayNames: Record<Lang, string>;
  /** As documents have it: family name first. */
  documentName: string;
  /** The spelling in Latin letters, the passport's before the person's own; null when there is none. */
  latinName: string | null;
  grants: readonly (Grant & { id: string })[];
  /** The club, school or region the person belongs to now. */
  organisation: { id: string; path: string } | null;
};

/**
 * Who somebody is, by account, person or contact; null when there is nobody. For other domains and for ports: it does
 * not ask who looks, so that its callers must.
 */
export async function findPerson(ctx: Ctx, input: PersonKey): Promise<FoundPerson | null> {
  const row = await selectPerson(ctx, input);
  if (!row) return null;
  const names = row.names.filter((name): name is ScriptedName => isScript(name.script));
  return {
    personId: row.personId,
    isJoined: row.isJoined,
    account: accountOf(row),
    names,
    displayNames: {
      kk: readerName(names, 'kk'),
      ru: readerName(names, 'ru'),
      ja: readerName(names, 'ja'),
      en: readerName(names, 'en'),
    },
    documentName: displayName(names, accountOf(row)?.lang ?? 'ru'),
    latinName: latinNameOf(names),
    grants: row.grants.flatMap((grant) =>
      isRole(grant.role)
        ? [{ ...grant, role: grant.role, lang: isLang(grant.lang) ? grant.lang : null }]
        : [],
    ),
    organisation: row.organisation,
  };
}

const isScript = (text: string): text is Script => SCRIPTS.some((script) => script === text);
const isRole = (text: string): text is Role => ROLES.some((role) => role === text);

function accountOf(row: PersonRow): FoundPerson['account'] {
  const { accountId, email, phone, lang, emailConfirmed } = row;
  if (accountId === null) return null;
  return { id: accountId, email, phone, lang: isLang(lang) ? lang : 'ru', emailConfirmed };
}
