import { submitAppeal } from '~/domain/appeals/submit-appeal.server';
import { getQualification } from '~/domain/licensing/get-qualification.server';
import { listOwnQualifications } from '~/domain/licensing/list-own-qualifications.server';
import { answerProposal } from '~/domain/sanctions/answer-proposal.server';
import { askOffice } from '~/domain/sanctions/ask-office.server';
import type { SanctionInput } from '~/domain/sanctions/inputs';
import { listAwardProposals } from '~/domain/sanctions/list-award-proposals.server';
import { sanctionQualification } from '~/domain/sanctions/sanction-qualification.server';
import { surrenderQualification } from '~/domain/sanctions/surrender-qualification.server';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { isDomainError } from '~/platform/errors';
import { addDays } from '~/platform/local-date';
import { daysAgo } from './licensing';
import { actorOf } from './people';

const ZONE = 'Asia/Almaty';
const BASIS = 'Положение о квалификации, раздел «Меры»';

/** A seed that was killed goes on: what was done before is refused now. */
async function once(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isDomainError(error) || error.kind !== 'conflict') throw error;
  }
}

type Held = { holder: Actor; qualificationId: string };

async function heldBy(ctx: Ctx, name: string): Promise<Held> {
  const holder = await actorOf(ctx, `${name}@demo.test`);
  const { licences } = await listOwnQualifications({ ...ctx, actor: holder });
  const qualificationId = licences[0]?.facts.qualificationId;
  if (!qualificationId) throw new Error(`${name} holds nothing`);
  return { holder, qualificationId };
}

/** A suspension and a revocation that need two keys: one waits for the second, one had it and is appealed against. */
async function tellTwoKeys(ctx: Ctx, first: Actor, second: Actor): Promise<void> {
  const waiting = await heldBy(ctx, 'holder38');
  const revoked = await heldBy(ctx, 'holder39');
  const order = { legalBasis: BASIS, note: '' };
  const proposed = daysAgo(ctx, 2, first);
  const suspension: SanctionInput = {
    ...{ act: 'suspend', reason: 'safety', document: 'Протокол комиссии № 14', ...order },
    qualificationId: waiting.qualificationId,
    effectiveOn: proposed.clock.today(ZONE),
  };
  await once(() => sanctionQualification(proposed, suspension));
  const earlier = daysAgo(ctx, 12, first);
  const revocation: SanctionInput = {
    ...{ act: 'revoke', reason: 'conduct', document: 'Протокол комиссии № 11', ...order },
    qualificationId: revoked.qualificationId,
    effectiveOn: earlier.clock.today(ZONE),
  };
  await once(() => sanctionQualification(earlier, revocation));
  const confirming = daysAgo(ctx, 10, second);
  const open = (await listAwardProposals(confirming, revoked)).find(({ outcome }) => outcome === null);
  if (open) await answerProposal(confirming, { answer: 'confirm', proposalId: open.id, note: '' });
  await appeal(
    ctx,
    revoked,
    'revoke',
    4,
    'В протоколе не сказано, какое правило я нарушил. Прошу рассмотреть снова.',
  );
}

async function appeal(ctx: Ctx, { holder, qualificationId }: Held, act: string, days: number, text: string) {
  const then = daysAgo(ctx, days, holder);
  const { decisions } = await getQualification(then, { qualificationId, as: 'holder' });
  const decision = decisions.findLast((each) => each.act === act);
  if (!decision) throw new Error(`There is no ${act} to appeal against`);
  await once(() => submitAppeal(then, { against: 'award', qualificationId, decisionId: decision.id, text }));
}

/** A pause that runs, one that is asked for, an award given up, a revocation that was annulled. */
async function tellWishes(ctx: Ctx, registrar: Actor): Promise<void> {
  const paused = await heldBy(ctx, 'holder3');
  const then = daysAgo(ctx, 25, registrar);
  const from = then.clock.today(ZONE);
  const pause = { act: 'pause', reason: 'family', document: 'Заявление № 31', note: '' } as const;
  const days = { effectiveOn: from, until: addDays(from, 180) };
  await once(() =>
    sanctionQualification(then, { ...pause, ...days, qualificationId: paused.qualificationId }),
  );
  const asking = await heldBy(ctx, 'holder4');
  const today = ctx.clock.today(ZONE);
  const wish = {
    effectiveOn: addDays(today, 14),
    until: addDays(today, 104),
    reason: 'illness',
    note: '',
  } as const;
  const { qualificationId } = asking;
  await once(() => askOffice(daysAgo(ctx, 1, asking.holder), { act: 'pause', ...wish, qualificationId }));
  const given = await heldBy(ctx, 'holder16');
  const surrender = { qualificationId: given.qualificationId, sure: 'on', note: '' } as const;
  await once(() => surrenderQualification(daysAgo(ctx, 33, given.holder), surrender));
  const annulled = await heldBy(ctx, 'holder36');
  const later = daysAgo(ctx, 40, registrar);
  const reversal = { act: 'annul', reason: 'new-facts', document: 'Решение № 8', note: '' } as const;
  const on = { effectiveOn: later.clock.today(ZONE), qualificationId: annulled.qualificationId };
  await once(() => sanctionQualification(later, { ...reversal, ...on }));
}

/** Acts on awards of the demo with one key and two, the holders' wishes, and appeals, through the use cases. */
export async function seedSanctions(ctx: Ctx): Promise<void> {
  const registrar = await actorOf(ctx, 'registrar@demo.test');
  const registrar2 = await actorOf(ctx, 'registrar2@demo.test');
  await tellTwoKeys(ctx, registrar, registrar2);
  await tellWishes(ctx, registrar);
  const suspended = await heldBy(ctx, 'holder34');
  await appeal(
    ctx,
    suspended,
    'suspend',
    3,
    'На занятии был другой тренер, журнал зала приложу. Прошу снять.',
  );
}
