import type { z } from 'zod';
import { pickText } from '~/i18n/content';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { hasAccepted, insertAcceptance } from './data/acceptances.server';
import { openCodes } from './data/open-codes.server';
import { findVersion } from './data/versions.server';
import { acceptCodeForm } from './inputs';

/**
 * The signed-in person accepts the version of a code that is in force today, as read in the language of the page, or in
 * the one that stood there for it. Sent twice it is accepted once, also when a newer version has come since. Throws
 * `shell.sign-in-first`, `conduct.version-not-found`, `conduct.not-in-force`.
 */
export async function acceptCode(ctx: Ctx, input: z.input<typeof acceptCodeForm>): Promise<void> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const { versionId } = acceptCodeForm.parse(input);
  const version = await findVersion(ctx.db, versionId);
  if (!version?.number) throw new DomainError('not-found', 'conduct.version-not-found');
  const { personId } = actor;
  if (await hasAccepted(ctx.db, { personId, versionId })) return;
  const { codes } = await openCodes(ctx);
  const code = codes.find(({ current }) => current?.id === versionId);
  if (!code) throw new DomainError('conflict', 'conduct.not-in-force');
  const { lang } = pickText(version.text, ctx.lang);
  await inTransaction(ctx, async (tx) => {
    const acceptedAt = tx.clock.now();
    const id = await insertAcceptance(tx.db, { personId, versionId, lang, acceptedAt });
    if (!id) return;
    await recordAct(tx, {
      act: 'conduct.accepted',
      subject: { type: 'person', id: personId },
      detail: { framework: code.framework.slug, version: version.number, lang },
    });
  });
}
