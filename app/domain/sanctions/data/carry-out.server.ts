import type { Level } from '~/domain/frameworks/types';
import { type Entered, enterDecision } from '~/domain/licensing/enter-decision.server';
import { getStandingFacts } from '~/domain/licensing/get-standing-facts.server';
import type { ActOrder, IssuedDocument, StandingFacts } from '~/domain/licensing/types';
import { plainText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import type { LocalDate } from '~/platform/local-date';
import { onlyOne } from '~/platform/only-one';
import type { AgreedName } from '../types';

export type CarriedOut = Entered & { numbers: string[] };

/** An act, and of a correction the name that was agreed on. */
export type Carried = ActOrder & { name: AgreedName | null };

/** Carries an act out, and makes the documents that it asks for, inside the open transaction. */
export async function carryOut(tx: Ctx, { name, ...order }: Carried, level: Level): Promise<CarriedOut> {
  const today = tx.clock.today(level.framework.zone);
  const dated = order.act === 'correct' ? { ...order, effectiveOn: today } : order;
  const entered = await enterDecision(tx, dated);
  if (order.act !== 'correct') return { ...entered, numbers: [] };
  const issued = await correctDocuments(tx, { qualificationId: order.qualificationId, name }, level, today);
  return { ...entered, numbers: issued.map(({ number }) => number) };
}

/** The name that a person bears now. Throws `licensing.qualification-not-found`. */
export async function namesOf(ctx: Ctx, personId: string): Promise<AgreedName> {
  const holder = await ctx.ports.describeHolder(ctx, personId);
  if (!holder) throw new DomainError('not-found', 'licensing.qualification-not-found');
  return { displayName: holder.displayName, latinName: holder.latinName };
}

/** Throws `sanctions.name-changed` unless the person bears the name that was agreed on. */
export function requireName(name: AgreedName | null, holder: AgreedName): void {
  if (name?.displayName !== holder.displayName || name.latinName !== holder.latinName)
    throw new DomainError('conflict', 'sanctions.name-changed');
}

/**
 * A further document with the agreed name for every period that runs or waits for its first day; none for a period that
 * a newer one has followed. Throws `sanctions.name-unchanged`, `sanctions.name-changed`.
 */
async function correctDocuments(
  tx: Ctx,
  { qualificationId, name }: { qualificationId: string; name: AgreedName | null },
  level: Level,
  today: LocalDate,
): Promise<IssuedDocument[]> {
  const periods = await getStandingFacts(tx, { qualificationIds: [qualificationId] });
  const [first] = periods;
  const holder = first && (await tx.ports.describeHolder(tx, first.personId));
  if (!first || !holder) throw new DomainError('not-found', 'licensing.qualification-not-found');
  requireName(name, holder);
  const known = new Set(
    (await tx.ports.documentsOf(tx, [qualificationId])).get(qualificationId)?.map(serialOf),
  );
  const { displayName, latinName, personId } = holder;
  const issued: IssuedDocument[] = [];
  for (const { periodId, until } of periods.filter((each) => mayBeUsed(each, today))) {
    const of = { qualificationId, periodId, frameworkId: level.framework.id, level };
    const order = { corrects: true as const, personId, holder: { displayName, latinName }, ...of, until };
    const made = onlyOne(await tx.ports.issueCredentials(tx, [order]));
    if (!known.has(made.serial)) issued.push(made);
  }
  if (issued.length === 0) throw new DomainError('conflict', 'sanctions.name-unchanged');
  await tellHolder(tx, holder.mail, level, issued);
  return issued;
}

const mayBeUsed = ({ supersededOn, graceUntil, until }: StandingFacts, today: LocalDate): boolean =>
  (supersededOn === null || supersededOn > today) && today <= (graceUntil ?? until);

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
