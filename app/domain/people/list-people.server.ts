import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { foldName } from '~/platform/folding/names';
import { type ListedRow, type Search, selectPeople } from './data/people-list.server';
import { PEOPLE_PAGE } from './inputs';
import { mayListPeople } from './policy';
import { readerName, type ScriptedName } from './rules/names';
import { SCRIPTS } from './rules/scripts';

export type ListedPerson = {
  accountId: string;
  /** The name for a reader of the context's language; '' without any. */
  name: string;
  contact: string;
  emailConfirmed: boolean;
  lang: string;
  roles: readonly string[];
  registeredAt: Date;
};

export type ListPeopleInput = {
  /** A name in any script, a part of an e-mail address or of a phone number; '' lists everybody. */
  q: string;
  /** The account after which the page begins. */
  after: string | null;
};

/** Newest first, a page at a time; `next` is the key of the next page. Only admins may. */
export async function listPeople(
  ctx: Ctx,
  input: ListPeopleInput,
): Promise<{ people: ListedPerson[]; next: string | null }> {
  if (!mayListPeople(ctx.actor)) throw new DomainError('forbidden', 'shell.no-right');
  const rows = await selectPeople(ctx, {
    search: readSearch(input.q),
    after: input.after,
    take: PEOPLE_PAGE + 1,
  });
  const shown = rows.slice(0, PEOPLE_PAGE);
  return {
    people: shown.map((row) => listed(row, ctx)),
    next: rows.length > PEOPLE_PAGE ? (shown.at(-1)?.accountId ?? null) : null,
  };
}

/** Null: everybody. */
function readSearch(q: string): Search | null {
  const text = q.normalize('NFKC').trim().toLowerCase();
  if (text === '') return null;
  const words = foldName(text).split(' ').filter(Boolean);
  const compact = text.replace(/\s+/g, '');
  const digits = compact.replace(/\D/g, '');
  const isPhone = /^[+\d() .-]+$/.test(text) && digits.length >= 3;
  return { words, contact: isPhone ? digits.replace(/^8(?=7)/, '7') : compact };
}

function listed(row: ListedRow, { lang }: Ctx): ListedPerson {
  const names = row.names.filter((name): name is ScriptedName =>
    SCRIPTS.some((script) => script === name.script),
  );
  return {
    accountId: row.accountId,
    name: readerName(names, lang),
    contact: row.email ?? row.phone ?? '',
    emailConfirmed: row.emailConfirmed,
    lang: row.lang,
    roles: row.roles,
    registeredAt: row.createdAt,
  };
}
