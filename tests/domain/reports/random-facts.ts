import { newId } from '~/platform/ids';
import { addDays, type LocalDate, toDb } from '~/platform/local-date';
import type { Cast } from '../../support/cast';

/** Numbers that look random and are the same in every run. */
export function randomness(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
}

export const PLACES = ['/', '/kjf/', '/kjf/east/', '/kjf/east/dojo/', '/kjf/west/', '/other/'];

type Award = { id: string; personId: string; from: LocalDate; until: LocalDate; no: number };

/** Facts of every kind in no sensible order: what the office forbids is counted too, and by the same rules. */
export function randomFacts(cast: Cast, seed: number) {
  const below = randomness(seed);
  const { db } = cast.as(null);
  const people: string[] = [];
  const awards: Award[] = [];
  const open: string[] = [];
  const paused: string[] = [];
  const any = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const near = (day: LocalDate, days: number) => addDays(day, below(2 * days) - days);

  const place = (personId: string, recordedAt: Date) =>
    db.holderPlace.create({ data: { id: newId(), personId, path: any(PLACES), recordedAt } });

  async function person(at: Date): Promise<void> {
    const id = newId();
    await db.person.create({ data: { id, createdAt: at } });
    const names = { displayName: 'Жасырын Есім', latinName: 'Hidden Name', foldedNames: 'x' };
    await db.holder.create({ data: { personId: id, ...names, path: '/kjf/' } });
    await place(id, at);
    people.push(id);
  }

  async function period(award: Award, at: Date): Promise<void> {
    const rules = await db.ruleSetVersion.findFirstOrThrow();
    await db.licencePeriod.create({
      data: {
        id: newId(),
        qualificationId: award.id,
        no: award.no,
        from: toDb(award.from),
        until: toDb(award.until),
        windowOpens: toDb(addDays(award.until, -90)),
        graceUntil: toDb(addDays(award.until, below(2) * 90)),
        ruleSetVersionId: rules.id,
        components: below(3) === 0 ? [] : ['safeguarding', 'first-aid'].slice(0, 1 + below(2)),
        zone: 'Asia/Almaty',
        recordedAt: at,
      },
    });
  }

  async function newAward(day: LocalDate, at: Date): Promise<void> {
    const level = await db.level.findFirstOrThrow({ where: { slug: below(3) === 0 ? 'two' : 'one' } });
    const from = near(day, 300);
    const award = { id: newId(), personId: any(people), from, until: addDays(from, 200 + below(400)), no: 1 };
    const { id, personId } = award;
    const facts = { id, personId, levelId: level.id, awardedOn: toDb(from), recordedAt: at };
    await db.qualification.create({ data: facts });
    await period(award, at);
    awards.push(award);
  }

  async function renewal(at: Date): Promise<void> {
    const award = any(awards);
    award.no += 1;
    award.from = addDays(award.until, 1 + below(60));
    award.until = addDays(award.from, 150 + below(300));
    await period(award, at);
  }

  async function component(day: LocalDate, at: Date): Promise<void> {
    const [personId, from] = [any(people), near(day, 400)];
    const title = { original: 'en', en: { text: 'x', origin: 'author' } };
    const evidence = { id: newId(), personId, type: 'course', sourceId: newId(), ref: 'course:x@1', title };
    await db.evidence.create({ data: { ...evidence, occurredOn: toDb(from), recordedAt: at } });
    await db.component.create({
      data: {
        id: newId(),
        personId,
        kind: any(['safeguarding', 'first-aid']),
        from: toDb(from),
        until: toDb(addDays(from, below(500))),
        evidenceId: evidence.id,
        recordedAt: at,
      },
    });
  }

  async function decision(qualificationId: string, act: string, on: LocalDate, at: Date): Promise<string> {
    const id = newId();
    const actorId = cast.registrar.accountId;
    const rest = { note: '', before: {}, after: {}, key: 1, effectiveOn: toDb(on), recordedAt: at };
    await db.decision.create({ data: { id, qualificationId, act, actorId, ...rest } });
    return id;
  }

  async function sanction(day: LocalDate, at: Date): Promise<void> {
    const [{ id: qualificationId }, on] = [any(awards), near(day, 100)];
    const order = { id: newId(), qualificationId, reason: 'conduct', document: 'x', recordedAt: at };
    if (below(4) === 0) {
      if ((await db.revocation.count({ where: { qualificationId } })) > 0) return;
      const decisionId = await decision(qualificationId, 'revoke', on, at);
      await db.revocation.create({ data: { ...order, decisionId, effectiveOn: toDb(on) } });
      return;
    }
    const decisionId = await decision(qualificationId, 'suspend', on, at);
    await db.suspension.create({ data: { ...order, decisionId, from: toDb(on) } });
    open.push(order.id);
  }

  async function lift(day: LocalDate, at: Date): Promise<void> {
    const id = open.pop();
    if (!id) return;
    const { qualificationId } = await db.suspension.findUniqueOrThrow({ where: { id } });
    const liftDecisionId = await decision(qualificationId, 'restore', day, at);
    const data = { liftedOn: toDb(near(day, 40)), liftedAt: at, liftDecisionId };
    await db.suspension.update({ where: { id }, data });
  }

  async function pause(day: LocalDate, at: Date): Promise<void> {
    const { id: qualificationId } = any(awards);
    const period = await db.licencePeriod.findFirstOrThrow({ where: { qualificationId } });
    const from = near(day, 60);
    const decisionId = await decision(qualificationId, 'pause', from, at);
    const dates = { from: toDb(from), until: toDb(addDays(from, 10 + below(200))) };
    const id = newId();
    await db.pause.create({
      data: { id, qualificationId, periodId: period.id, ...dates, decisionId, recordedAt: at },
    });
    paused.push(id);
  }

  async function resume(day: LocalDate, at: Date): Promise<void> {
    const id = paused.pop();
    if (!id) return;
    const { qualificationId } = await db.pause.findUniqueOrThrow({ where: { id } });
    const endDecisionId = await decision(qualificationId, 'resume', day, at);
    await db.pause.update({
      where: { id },
      data: { endedOn: toDb(near(day, 40)), endedAt: at, endDecisionId },
    });
  }

  async function annul(day: LocalDate, at: Date): Promise<void> {
    const revoked = await db.revocation.findFirst({ where: { annulledAt: null }, orderBy: { id: 'asc' } });
    if (!revoked) return;
    const annulDecisionId = await decision(revoked.qualificationId, 'annul', day, at);
    const data = { annulledOn: toDb(near(day, 30)), annulledAt: at, annulDecisionId };
    await db.revocation.update({ where: { id: revoked.id }, data });
  }

  async function surrender(day: LocalDate, at: Date): Promise<void> {
    const { id: qualificationId } = any(awards);
    if ((await db.surrender.count({ where: { qualificationId } })) > 0) return;
    const decisionId = await decision(qualificationId, 'surrender', day, at);
    const data = { id: newId(), qualificationId, effectiveOn: toDb(day), decisionId, recordedAt: at };
    await db.surrender.create({ data });
  }

  /** One fact, written down at the moment; it may speak of any day around. */
  return async function act(day: LocalDate, at: Date): Promise<void> {
    const choice = people.length < 5 ? 0 : awards.length < 5 ? 2 : below(17);
    if (choice === 0) await person(at);
    else if (choice === 1) await place(any(people), at);
    else if (choice < 5) await newAward(day, at);
    else if (choice < 7) await renewal(at);
    else if (choice < 9) await component(day, at);
    else if (choice < 11) await sanction(day, at);
    else if (choice === 11) await lift(day, at);
    else if (choice < 14) await pause(day, at);
    else if (choice === 14) await resume(day, at);
    else if (choice === 15) await annul(day, at);
    else await surrender(day, at);
  };
}
