import { listExternals } from '~/domain/externals/list-externals.server';
import { getLevel } from '~/domain/frameworks/get-level.server';
import { listCountable } from '~/domain/frameworks/list-countable.server';
import type { Level } from '~/domain/frameworks/types';
import type { LocalizedText } from '~/i18n/content';
import { LANGS } from '~/i18n/locales';
import { revisedText } from '~/i18n/revised-text';
import type { Actor } from '~/platform/actor';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findSubmitted, insertEquivalence, lockConfirmed } from './data/equivalences.server';
import { type ProposeInput, proposeForm } from './inputs';
import { mayRule } from './policy';
import { firstDayOf, succession } from './rules/succession';

/**
 * A registrar of the level's framework proposes what papers of an external level count for. Nothing counts before
 * another registrar confirms it. Beside one that is confirmed it must begin later. Sent twice, it is one proposal. Throws
 * `equivalences.may-not-rule`, `frameworks.level-not-found`, `equivalences.pair-open`, and at their fields
 * `equivalences.unknown-external`, `equivalences.not-countable`, `equivalences.dates-reversed`.
 */
export async function proposeEquivalence(ctx: Ctx, input: ProposeInput): Promise<{ equivalenceId: string }> {
  const { actor } = ctx;
  const asked = proposeForm.parse(input);
  const level = await getLevel(ctx, { slug: asked.level });
  if (!actor || !mayRule(actor, level.framework.path))
    throw new DomainError('forbidden', 'equivalences.may-not-rule');
  await requireKnown(ctx, level, asked);
  const { submissionKey, external, validFrom, validUntil, reason, document } = asked;
  const counts = [...new Set(asked.counts)];
  return inTransaction(ctx, async (tx) => {
    const others = await lockConfirmed(tx.db, { external, levelId: level.id });
    const begins = firstDayOf({ validFrom }, tx.clock.today(level.framework.zone));
    if (others.some((each) => succession(each, begins) === 'conflict'))
      return { equivalenceId: await sentBefore(tx, submissionKey, actor) };
    const id = await insertEquivalence(tx.db, {
      ...{ submissionKey, external, levelId: level.id, counts, validFrom, validUntil, reason, document },
      conditions: conditionsOf(tx, actor, asked.conditions),
      proposedBy: actor.accountId,
      proposedAt: tx.clock.now(),
    });
    if (!id) return { equivalenceId: await sentBefore(tx, submissionKey, actor) };
    await recordAct(tx, {
      act: 'equivalences.proposed',
      subject: { type: 'equivalence', id },
      detail: { external, level: level.slug, counts, validFrom, validUntil, document },
    });
    return { equivalenceId: id };
  });
}

type Asked = { external: string; counts: readonly string[]; validFrom: string; validUntil: string | null };

async function requireKnown(ctx: Ctx, level: Level, asked: Asked): Promise<void> {
  const { external, counts, validFrom, validUntil } = asked;
  const invalid = (code: `equivalences.${string}`, field: string) =>
    new DomainError('invalid', code, { field });
  const externals = (await listExternals(ctx)).flatMap(({ levels }) => levels);
  if (!externals.some(({ slug }) => slug === external))
    throw invalid('equivalences.unknown-external', 'external');
  const keys = (await listCountable(ctx, { level })).map(({ key }) => key);
  if (!counts.every((key) => keys.includes(key))) throw invalid('equivalences.not-countable', 'counts');
  if (validUntil && validUntil < validFrom) throw invalid('equivalences.dates-reversed', 'validUntil');
}

/** In the writer's language first, else in the first that has words. */
function conditionsOf(tx: Ctx, actor: Actor, typed: Record<(typeof LANGS)[number], string>): LocalizedText {
  const original = typed[tx.lang] ? tx.lang : (LANGS.find((lang) => typed[lang]) ?? tx.lang);
  return revisedText(null, { original, ...typed }, { by: actor.accountId, at: tx.clock.now() });
}

async function sentBefore(tx: Ctx, submissionKey: string, actor: Actor): Promise<string> {
  const found = await findSubmitted(tx.db, submissionKey);
  if (found?.proposedBy !== actor.accountId) throw new DomainError('conflict', 'equivalences.pair-open');
  return found.id;
}
