import { listLevels } from '~/domain/frameworks/list-levels.server';
import { getStandingFacts } from '~/domain/licensing/get-standing-facts.server';
import { type DescribedPerson, describePeople } from '~/domain/people/describe-people.server';
import { type LocalizedText, plainText } from '~/i18n/content';
import { grantsOf } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { isId } from '~/platform/ids';
import { reachPeople, requireRegistrar } from './data/reach.server';
import { searchText } from './inputs';

export type FoundRecord = {
  personId: string;
  displayName: string;
  latinName: string;
  organisation: LocalizedText | null;
  hasAccount: boolean;
  /** Names of the levels held, in the reader's language, each once. */
  levels: readonly string[];
};

/** By the number or serial of a document or old paper, or by name. */
async function searched(ctx: Ctx, q: string): Promise<DescribedPerson[]> {
  const qualificationIds = await ctx.ports.awardsNumbered(ctx, q);
  if (qualificationIds.length === 0) {
    const paths = grantsOf(ctx.actor, 'registrar').map(({ path }) => path);
    return describePeople(ctx, { q, paths, orPlaceless: true });
  }
  const facts = await getStandingFacts(ctx, { qualificationIds });
  return describePeople(ctx, { personIds: [...new Set(facts.map(({ personId }) => personId))] });
}

/**
 * Records that may be of the same human as one: within the registrar's reach, found by a name in any script, a whole
 * e-mail address, or the number or serial of a document; at most 20. Throws `licensing.not-a-registrar`,
 * `unions.person-not-found`.
 */
export async function findRecords(
  ctx: Ctx,
  input: { one: string; q: string },
): Promise<{ one: FoundRecord; found: FoundRecord[] }> {
  requireRegistrar(ctx);
  const q = searchText.parse(input.q).trim();
  const levels = await listLevels(ctx);
  const own = await describePeople(ctx, { personIds: isId(input.one) ? [input.one] : [] });
  const others = q === '' ? [] : await searched(ctx, q);
  const people = [...own, ...others.filter(({ personId, isJoined }) => personId !== input.one && !isJoined)];
  const records = [...(await reachPeople(ctx, people, levels)).values()].map(
    ({ person, record }): FoundRecord => {
      const held = new Set(record.licences.map(({ facts }) => facts.levelId));
      const { personId, displayName, latinName, organisation, accountId } = person;
      return {
        ...{ personId, displayName, latinName, hasAccount: accountId !== null },
        organisation: organisation?.name ?? null,
        levels: levels.filter(({ id }) => held.has(id)).map(({ name }) => plainText(name, ctx.lang)),
      };
    },
  );
  const one = records.find(({ personId }) => personId === input.one);
  if (!one) throw new DomainError('not-found', 'unions.person-not-found');
  return { one, found: records.filter((each) => each !== one) };
}
