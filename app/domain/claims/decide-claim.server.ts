import type { z } from 'zod';
import { translator } from '~/i18n/translate';
import type { Actor } from '~/platform/actor';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { chooseExternal } from './data/choose-external.server';
import { insertDecision } from './data/claims.server';
import { loadReach } from './data/load-reach.server';
import { makeEvidence, type ReadPaper } from './data/make-evidence.server';
import { openCase } from './data/open-case.server';
import { type DecideClaimInput, decideClaimSchema } from './inputs';
import { isRegistrar } from './policy';
import { dateProblem } from './rules/dates';
import { kindRules } from './rules/kinds';
import type { ClaimRow, PaperFacts } from './types';

type Decision = z.output<typeof decideClaimSchema>;

/**
 * A registrar confirms a paper as it reads it, which makes it evidence at once, or refuses it with a reason. Once only:
 * the same decision sent again changes nothing. Locks: claim, content version, audit head. Throws
 * `claims.not-a-registrar`, `claims.not-found`, `claims.own-record`, `claims.already-decided`, `claims.was-withdrawn`,
 * `claims.unknown-external` and what rules/dates.ts names.
 */
export async function decideClaim(ctx: Ctx, input: DecideClaimInput): Promise<void> {
  const { actor } = ctx;
  if (!actor || !isRegistrar(actor)) throw new DomainError('forbidden', 'claims.not-a-registrar');
  const decision = decideClaimSchema.parse(input);
  const { reach } = await loadReach(ctx);
  await inTransaction(ctx, async (tx) => {
    const claim = await openCase(tx, actor, reach, decision.claimId);
    if (claim.decision) return sayWho(tx, claim, actor, decision);
    const paper = decision.act === 'confirm' ? await readPaper(tx, claim, decision) : null;
    const read = paper?.read ?? null;
    const reason = decision.act === 'refuse' ? decision.reason : null;
    await insertDecision(tx.db, {
      claimId: claim.id,
      act: decision.act,
      actorId: actor.accountId,
      note: decision.note,
      ...(reason ? { reason } : {}),
      ...(read ? { read } : {}),
      decidedAt: tx.clock.now(),
    });
    if (paper) await makeEvidence(tx, claim, paper, { sourceId: claim.id, confirmedBy: actor.accountId });
    await tellClaimant(tx, claim, decision);
    await recordAct(tx, {
      act: read ? 'claims.confirmed' : 'claims.refused',
      subject: { type: 'claim', id: claim.id },
      detail: { personId: claim.personId, kind: claim.kind, reason, typed: typedBy(claim), read },
    });
  });
}

/** The same person sent the same decision again: fine. Everybody else learns who was faster. */
async function sayWho(tx: Ctx, { decision: made }: ClaimRow, actor: Actor, { act }: Decision): Promise<void> {
  if (!made || (made.act === act && made.actorId === actor.accountId)) return;
  if (made.act === 'withdraw') throw new DomainError('conflict', 'claims.was-withdrawn');
  const names = await tx.ports.nameAccounts(tx, [made.actorId]);
  const name = names.get(made.actorId) ?? '';
  throw new DomainError('conflict', 'claims.already-decided', { params: { name } });
}

async function readPaper(tx: Ctx, { kind, grade }: ClaimRow, paper: PaperFacts): Promise<ReadPaper> {
  const { issuer, number, issuedOn } = paper;
  const rules = kindRules(kind);
  const validUntil = rules.validUntil ? paper.validUntil : null;
  const level = await chooseExternal(tx, { grade, external: rules.external ? paper.external : null });
  const read = { issuer, number, issuedOn, validUntil, external: level?.slug ?? null };
  const problem = dateProblem(kind, read, { today: tx.clock.today('UTC'), confirming: true });
  if (problem) throw new DomainError('invalid', problem.code, { field: problem.field });
  return { read, level };
}

const typedBy = ({ issuer, number, issuedOn, validUntil, external }: ClaimRow): PaperFacts => ({
  issuer,
  number,
  issuedOn,
  validUntil,
  external,
});

async function tellClaimant(tx: Ctx, claim: ClaimRow, decision: Decision): Promise<void> {
  const mail = (await tx.ports.describeHolder(tx, claim.personId))?.mail;
  if (!mail) return;
  const t = translator(mail.lang);
  const { note } = decision;
  const params = {
    what: claim.title ?? t(`claims:kind.${claim.kind}`),
    page: `${tx.config.publicUrl}/${mail.lang}/me/evidence/claims/${claim.id}`,
  };
  if (decision.act === 'confirm') {
    const said = note ? `\n${note}\n` : '';
    await tx.mail.send({ ...mail, message: { key: 'claim-confirmed', params: { ...params, note: said } } });
    return;
  }
  const reason = t(`claims:why.${decision.reason}`);
  await tx.mail.send({ ...mail, message: { key: 'claim-refused', params: { ...params, note, reason } } });
}
