import type { Level } from '~/domain/frameworks/types';
import { compareBirthdays } from '~/domain/identities/compare-birthdays.server';
import { describePeople } from '~/domain/people/describe-people.server';
import { findPerson } from '~/domain/people/find-person.server';
import { plainText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import type { UnionRecord } from '../types';
import { findShared, haveTwoNumbers } from './obstacles.server';

type Pair = Pick<UnionRecord, 'keptId' | 'absorbedId'>;

const SHARED = { application: 'unions.open-applications', request: 'unions.open-requests' } as const;

/** Throws `unions.open-applications`, `unions.open-requests`, with the level. */
async function requireNoneShared(tx: Ctx, { keptId, absorbedId }: Pair, levels: readonly Level[]) {
  for (const kind of ['application', 'request'] as const) {
    const levelId = await findShared(tx.db, kind, keptId, absorbedId);
    if (levelId === null) continue;
    const level = levels.find(({ id }) => id === levelId);
    throw new DomainError('conflict', SHARED[kind], {
      params: { level: level ? plainText(level.name, tx.lang) : '' },
    });
  }
}

/** An account with a role is the office's: it neither changes hands nor is locked by joining. Throws `unions.has-role`. */
async function requireNoRole(tx: Ctx, personIds: readonly string[]): Promise<void> {
  for (const personId of personIds)
    if ((await findPerson(tx, { personId }))?.grants.length)
      throw new DomainError('conflict', 'unions.has-role');
}

/**
 * With both people locked. Throws `unions.already-joined`, `unions.two-numbers`, `unions.two-birthdays`, `unions.has-role`, `unions.open-applications`
 * and `unions.open-requests` (with the level).
 */
export async function requireJoinable(tx: Ctx, pair: Pair, levels: readonly Level[]): Promise<void> {
  const personIds = [pair.keptId, pair.absorbedId];
  const people = await describePeople(tx, { personIds });
  if (people.some(({ isJoined }) => isJoined)) throw new DomainError('conflict', 'unions.already-joined');
  if (await haveTwoNumbers(tx.db, personIds)) throw new DomainError('conflict', 'unions.two-numbers');
  const { differ } = await compareBirthdays(tx, { one: pair.keptId, two: pair.absorbedId });
  if (differ) throw new DomainError('conflict', 'unions.two-birthdays');
  await requireNoRole(tx, personIds);
  await requireNoneShared(tx, pair, levels);
}
