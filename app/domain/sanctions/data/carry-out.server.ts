import type { Level } from '~/domain/frameworks/types';
import { type Entered, enterDecision } from '~/domain/licensing/enter-decision.server';
import { getStandingFacts } from '~/domain/licensing/get-standing-facts.server';
import type { ActOrder, IssuedDocument } from '~/domain/licensing/types';
import { plainText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';

export type CarriedOut = Entered & { numbers: string[] };

/** Carries an act out, and makes the documents that it asks for, inside the open transaction. */
export async function carryOut(tx: Ctx, order: ActOrder, level: Level): Promise<CarriedOut> {
  const today = tx.clock.today(level.framework.zone);
  const dated = order.act === 'correct' ? { ...order, effectiveOn: today } : order;
  const entered = await enterDecision(tx, dated);
  if (order.act !== 'correct') return { ...entered, numbers: [] };
  const issued = await correctDocuments(tx, order.qualificationId, level, today);
  return { ...entered, numbers: issued.map(({ number }) => number) };
}

/**
 * A further document with the name of today for every period that runs or waits for its first day. Throws
 * `sanctions.name-unchanged`.
 */
async function correctDocuments(
  tx: Ctx,
  qualificationId: string,
  level: Level,
  today: string,
): Promise<IssuedDocument[]> {
  const periods = await getStandingFacts(tx, { qualificationIds: [qualificationId] });
  const [first] = periods;
  const holder = first && (await tx.ports.describeHolder(tx, first.personId));
  if (!first || !holder) throw new DomainError('not-found', 'licensing.qualification-not-found');
  const known = new Set(
    (await tx.ports.documentsOf(tx, [qualificationId])).get(qualificationId)?.map(serialOf),
  );
  const { displayName, latinName, personId } = holder;
  const issued: IssuedDocument[] = [];
  for (const { periodId, until } of periods.filter((each) => today <= (each.graceUntil ?? each.until))) {
    const of = { qualificationId, periodId, frameworkId: level.framework.id, level };
    const order = { corrects: true as const, personId, holder: { displayName, latinName }, ...of, until };
    const made = await tx.ports.issueCredential(tx, order);
    if (!known.has(made.serial)) issued.push(made);
  }
  if (issued.length === 0) throw new DomainError('conflict', 'sanctions.name-unchanged');
  await tellHolder(tx, holder.mail, level, issued);
  return issued;
}

const serialOf = ({ serial }: IssuedDocument): string => serial;

type Mail = NonNullable<Awaited<ReturnType<Ctx['ports']['describeHolder']>>>['mail'];

async function tellHolder(
  tx: Ctx,
  mail: Mail,
  level: Level,
  issued: readonly IssuedDocument[],
): Promise<void> {
  if (!mail) return;
  const site = `${tx.config.publicUrl}/${mail.lang}`;
  const params = {
    level: plainText(level.name, mail.lang),
    numbers: issued.map(({ number }) => number).join(', '),
    page: `${site}/me/qualifications`,
  };
  await tx.mail.send({ ...mail, message: { key: 'document-corrected', params } });
}
