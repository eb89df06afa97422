import type { Ctx } from '~/platform/context';
import { foldName } from '~/platform/folding/names';
import { localDateOf } from '~/platform/local-date';
import { type CredentialFacts, listFacts } from './data/facts.server';
import { REGISTER_ZONE } from './data/refresh-entries.server';
import { listEntries } from './data/register.server';
import { nextMidnight } from './rules/next-midnight';
import { publicStatus } from './rules/public-status';
import { readKey, writeKey } from './rules/register-key';
import { standingKnownAt } from './rules/standing';
import type { ListedHolder } from './types';

export type ListRegisterInput = {
  /** Parts of names in any script; empty: everybody. */
  q: string;
  /** `next` of the page before. */
  after?: string | undefined;
};

export type RegisterPage = {
  holders: ListedHolder[];
  next: string | null;
  /** When the clock alone changes a status at the earliest. */
  changesAt: Date;
};

const PAGE = 50;
const LONGEST_QUERY = 8;

function listed(name: string, facts: CredentialFacts, now: Date): ListedHolder | null {
  const standing = standingKnownAt(facts, now.getTime());
  const status = publicStatus(standing, localDateOf(now, facts.zone));
  if (status.status === 'superseded') return null;
  return { serial: facts.serial, name, level: facts.level.name, status, validUntil: standing.until };
}

/** Holders who agreed to be shown, by name, one page. Public. Documents that a newer one replaced are left out. */
export async function listRegister(ctx: Ctx, { q, after }: ListRegisterInput): Promise<RegisterPage> {
  const now = ctx.clock.now();
  const changesAt = nextMidnight(now, REGISTER_ZONE);
  const words = foldName(q).split(' ').filter(Boolean).slice(0, LONGEST_QUERY);
  if (q.trim() !== '' && words.length === 0) return { holders: [], next: null, changesAt };
  const entries = await listEntries(ctx.db, { words, after: readKey(after), take: PAGE + 1 });
  const shown = entries.slice(0, PAGE);
  const facts =
    shown.length === 0
      ? []
      : await listFacts(
          ctx.query,
          shown.map(({ serial }) => serial),
        );
  const factsOf = new Map(facts.map((row) => [row.serial, row]));
  const holders = shown.flatMap(({ name, serial }) => {
    const row = factsOf.get(serial);
    return (row && listed(name, row, now)) ?? [];
  });
  const last = shown.at(-1);
  return { holders, next: entries.length > PAGE && last ? writeKey(last) : null, changesAt };
}
