import type { z } from 'zod';
import { revisedText } from '~/i18n/revised-text';
import type { Actor } from '~/platform/actor';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { requirePublisher } from './data/publisher.server';
import { findLast, findSubmitted, insertVersion } from './data/versions.server';
import { type ProposeVersionInput, proposeVersionForm } from './inputs';
import { firstDayFault } from './rules/in-force';
import { withMachine } from './rules/marked';
import type { CodeFramework } from './types';

type Asked = z.output<typeof proposeVersionForm>;

/** Refuses at their fields a text without its original and a first day that cannot be. */
async function requireSound(ctx: Ctx, { id, zone }: CodeFramework, asked: Asked) {
  const { original, text, inForceFrom } = asked;
  if (!text[original])
    throw new DomainError('invalid', 'conduct.needs-original', { field: `text.${original}` });
  const last = await findLast(ctx.db, id);
  const fault = firstDayFault(inForceFrom, { last, today: ctx.clock.today(zone) });
  if (fault) throw new DomainError('invalid', fault, { field: 'inForceFrom' });
  return last;
}

/**
 * A registrar of the federation proposes the next version of its code; nothing changes before another registrar confirms
 * it. Words left as they were in the version before keep who wrote them. The same form sent twice is one proposal.
 * Throws `conduct.framework-not-found`, `conduct.may-not-publish`, `conduct.proposal-open`, and at their fields
 * `conduct.needs-original`, `conduct.not-after-the-last`, `conduct.day-passed`.
 */
export async function proposeVersion(ctx: Ctx, input: ProposeVersionInput): Promise<{ versionId: string }> {
  const asked = proposeVersionForm.parse(input);
  const { actor, framework } = await requirePublisher(ctx, { slug: asked.framework });
  const { submissionKey, original, text, inForceFrom, reason, document } = asked;
  const sent = await findSubmitted(ctx.db, submissionKey);
  if (sent?.proposedBy === actor.accountId) return { versionId: sent.id };
  return inTransaction(ctx, async (tx) => {
    const last = await requireSound(tx, framework, asked);
    const proposedAt = tx.clock.now();
    const author = { by: actor.accountId, at: proposedAt };
    const id = await insertVersion(tx.db, {
      ...{ frameworkId: framework.id, submissionKey, inForceFrom, reason, document },
      ...{ proposedBy: actor.accountId, proposedAt },
      text: withMachine(revisedText(last?.text ?? null, { original, ...text }, author), asked.machine),
    });
    if (!id) return { versionId: await sentBefore(tx, submissionKey, actor) };
    await recordAct(tx, {
      act: 'conduct.version-proposed',
      subject: { type: 'code-version', id },
      detail: { framework: framework.slug, inForceFrom, document, reason },
    });
    return { versionId: id };
  });
}

async function sentBefore(tx: Ctx, submissionKey: string, actor: Actor): Promise<string> {
  const found = await findSubmitted(tx.db, submissionKey);
  if (found?.proposedBy !== actor.accountId) throw new DomainError('conflict', 'conduct.proposal-open');
  return found.id;
}
