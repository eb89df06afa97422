import type { ExternalLevel } from '~/domain/externals/types';
import { plainText } from '~/i18n/content';
import { translator } from '~/i18n/translate';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { chooseExternal } from './data/choose-external.server';
import { insertNaming } from './data/claims.server';
import { loadReach } from './data/load-reach.server';
import { makeEvidence } from './data/make-evidence.server';
import { openCase } from './data/open-case.server';
import { type NameExternalInput, nameExternalSchema } from './inputs';
import { isRegistrar } from './policy';
import { isNameless } from './rules/claim-state';
import type { ClaimRow } from './types';

/**
 * A registrar says of which external level a paper is that was confirmed without one, once: the decision and its evidence
 * stay, a further piece of evidence refers to the level, and the coach is told. The same sent again changes nothing.
 * Locks: claim, audit head. Throws `claims.not-a-registrar`, `claims.not-found`, `claims.own-record`,
 * `claims.not-nameless`, and at its field `claims.unknown-external`.
 */
export async function nameExternal(ctx: Ctx, input: NameExternalInput): Promise<void> {
  const { actor } = ctx;
  if (!actor || !isRegistrar(actor)) throw new DomainError('forbidden', 'claims.not-a-registrar');
  const { claimId, external } = nameExternalSchema.parse(input);
  const { reach } = await loadReach(ctx);
  await inTransaction(ctx, async (tx) => {
    const claim = await openCase(tx, actor, reach, claimId);
    const level = await chooseExternal(tx, { grade: claim.grade, external });
    const { naming } = claim;
    if (naming && naming.actorId === actor.accountId && naming.external === level?.slug) return;
    const read = claim.decision?.read;
    if (!level || !read || !isNameless(claim)) throw new DomainError('conflict', 'claims.not-nameless');
    const { slug } = level;
    const row = { claimId, external: slug, actorId: actor.accountId, namedAt: tx.clock.now() };
    const sourceId = await insertNaming(tx.db, row);
    await makeEvidence(tx, claim, { read, level }, { sourceId, confirmedBy: actor.accountId });
    await tellClaimant(tx, claim, level);
    await recordAct(tx, {
      act: 'claims.named',
      subject: { type: 'claim', id: claim.id },
      detail: { personId: claim.personId, kind: claim.kind, external: slug },
    });
  });
}

async function tellClaimant(
  tx: Ctx,
  { id, personId, kind, title }: ClaimRow,
  { name }: ExternalLevel,
): Promise<void> {
  const mail = (await tx.ports.describeHolder(tx, personId))?.mail;
  if (!mail) return;
  const params = {
    what: title ?? translator(mail.lang)(`claims:kind.${kind}`),
    level: plainText(name, mail.lang),
    page: `${tx.config.publicUrl}/${mail.lang}/me/evidence/claims/${id}`,
  };
  await tx.mail.send({ ...mail, message: { key: 'claim-named', params } });
}
