import { newId } from '~/platform/ids';
import { addDays, type LocalDate, toDb } from '~/platform/local-date';
import type { Cast } from '../../support/cast';
import { countPausedDays } from '../../support/many-holders';

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
class RandomFacts {
  private readonly below: (limit: number) => number;
  private readonly people: string[] = [];
  private readonly awards: Award[] = [];
  private readonly open: string[] = [];
  private readonly paused: string[] = [];

  constructor(
    private readonly cast: Cast,
    seed: number,
  ) {
    this.below = randomness(seed);
  }

  private get db() {
    return this.cast.as(null).db;
  }

  private any<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  private near(day: LocalDate, days: number): LocalDate {
    return addDays(day, this.below(2 * days) - days);
  }

  private place(personId: string, recordedAt: Date) {
    return this.db.holderPlace.create({
      data: { id: newId(), personId, path: this.any(PLACES), recordedAt },
    });
  }

  private async person(at: Date): Promise<void> {
    const id = newId();
    await this.db.person.create({ data: { id, createdAt: at } });
    const names = { displayName: 'Жасырын Есім', latinName: 'Hidden Name', foldedNames: 'x' };
    await this.db.holder.create({ data: { personId: id, ...names, path: '/kjf/' } });
    await this.place(id, at);
    this.people.push(id);
  }

  private async period(award: Award, at: Date): Promise<void> {
    const rules = await this.db.ruleSetVersion.findFirstOrThrow();
    await this.db.licencePeriod.create({
      data: {
        id: newId(),
        qualificationId: award.id,
        no: award.no,
        from: toDb(award.from),
        until: toDb(award.until),
        windowOpens: toDb(addDays(award.until, -90)),
        graceUntil: toDb(addDays(award.until, this.below(2) * 90)),
        ruleSetVersionId: rules.id,
        components: this.below(3) === 0 ? [] : ['safeguarding', 'first-aid'].slice(0, 1 + this.below(2)),
        zone: 'Asia/Almaty',
        recordedAt: at,
      },
    });
  }

  private async newAward(day: LocalDate, at: Date): Promise<void> {
    const level = await this.db.level.findFirstOrThrow({
      where: { slug: this.below(3) === 0 ? 'two' : 'one' },
    });
    const from = this.near(day, 300);
    const award = {
      id: newId(),
      personId: this.any(this.people),
      from,
      until: addDays(from, 200 + this.below(400)),
      no: 1,
    };
    const { id, personId } = award;
    const facts = { id, personId, levelId: level.id, awardedOn: toDb(from), recordedAt: at };
    await this.db.qualification.create({ data: facts });
    await this.period(award, at);
    this.awards.push(award);
  }

  private async renewal(at: Date): Promise<void> {
    const award = this.any(this.awards);
    award.no += 1;
    award.from = addDays(award.until, 1 + this.below(60));
    award.until = addDays(award.from, 150 + this.below(300));
    await this.period(award, at);
  }

  private async component(day: LocalDate, at: Date): Promise<void> {
    const [personId, from] = [this.any(this.people), this.near(day, 400)];
    const title = { original: 'en', en: { text: 'x', origin: 'author' } };
    const evidence = { id: newId(), personId, type: 'course', sourceId: newId(), ref: 'course:x@1', title };
    await this.db.evidence.create({ data: { ...evidence, occurredOn: toDb(from), recordedAt: at } });
    await this.db.component.create({
      data: {
        id: newId(),
        personId,
        kind: this.any(['safeguarding', 'first-aid']),
        from: toDb(from),
        until: toDb(addDays(from, this.below(500))),
        evidenceId: evidence.id,
        recordedAt: at,
      },
    });
  }

  private async decision(qualificationId: string, act: string, on: LocalDate, at: Date): Promise<string> {
    const id = newId();
    const actorId = this.cast.registrar.accountId;
    const rest = { note: '', before: {}, after: {}, key: 1, effectiveOn: toDb(on), recordedAt: at };
    await this.db.decision.create({ data: { id, qualificationId, act, actorId, ...rest } });
    return id;
  }

  private async sanction(day: LocalDate, at: Date): Promise<void> {
    const [{ id: qualificationId }, on] = [this.any(this.awards), this.near(day, 100)];
    const order = { id: newId(), qualificationId, reason: 'conduct', document: 'x', recordedAt: at };
    if (this.below(4) === 0) {
      if ((await this.db.revocation.count({ where: { qualificationId } })) > 0) return;
      const decisionId = await this.decision(qualificationId, 'revoke', on, at);
      await this.db.revocation.create({ data: { ...order, decisionId, effectiveOn: toDb(on) } });
      return;
    }
    const decisionId = await this.decision(qualificationId, 'suspend', on, at);
    await this.db.suspension.create({ data: { ...order, decisionId, from: toDb(on) } });
    this.open.push(order.id);
  }

  private async lift(day: LocalDate, at: Date): Promise<void> {
    const id = this.open.pop();
    if (!id) return;
    const { qualificationId } = await this.db.suspension.findUniqueOrThrow({ where: { id } });
    const liftDecisionId = await this.decision(qualificationId, 'restore', day, at);
    const data = { liftedOn: toDb(this.near(day, 40)), liftedAt: at, liftDecisionId };
    await this.db.suspension.update({ where: { id }, data });
  }

  private async pause(day: LocalDate, at: Date): Promise<void> {
    const { id: qualificationId } = this.any(this.awards);
    const period = await this.db.licencePeriod.findFirstOrThrow({ where: { qualificationId } });
    const from = this.near(day, 60);
    const decisionId = await this.decision(qualificationId, 'pause', from, at);
    const dates = { from: toDb(from), until: toDb(addDays(from, 10 + this.below(200))) };
    const order = { id: newId(), qualificationId, periodId: period.id, decisionId, recordedAt: at };
    await this.db.pause.create({ data: { ...order, ...dates } });
    await countPausedDays(this.db, period.id);
    this.paused.push(order.id);
  }

  private async resume(day: LocalDate, at: Date): Promise<void> {
    const id = this.paused.pop();
    if (!id) return;
    const { qualificationId } = await this.db.pause.findUniqueOrThrow({ where: { id } });
    const endDecisionId = await this.decision(qualificationId, 'resume', day, at);
    const data = { endedOn: toDb(this.near(day, 40)), endedAt: at, endDecisionId };
    const { periodId } = await this.db.pause.update({ where: { id }, data });
    await countPausedDays(this.db, periodId);
  }

  private async annul(day: LocalDate, at: Date): Promise<void> {
    const open = { where: { annulledAt: null }, orderBy: { id: 'asc' } } as const;
    const revoked = await this.db.revocation.findFirst(open);
    if (!revoked) return;
    const annulDecisionId = await this.decision(revoked.qualificationId, 'annul', day, at);
    const data = { annulledOn: toDb(this.near(day, 30)), annulledAt: at, annulDecisionId };
    await this.db.revocation.update({ where: { id: revoked.id }, data });
  }

  private async surrender(day: LocalDate, at: Date): Promise<void> {
    const { id: qualificationId } = this.any(this.awards);
    if ((await this.db.surrender.count({ where: { qualificationId } })) > 0) return;
    const decisionId = await this.decision(qualificationId, 'surrender', day, at);
    const data = { id: newId(), qualificationId, effectiveOn: toDb(day), decisionId, recordedAt: at };
    await this.db.surrender.create({ data });
  }

  /** One fact, written down at the moment; it may speak of any day around. */
  async act(day: LocalDate, at: Date): Promise<void> {
    const choice = this.people.length < 5 ? 0 : this.awards.length < 5 ? 2 : this.below(17);
    if (choice === 0) await this.person(at);
    else if (choice === 1) await this.place(this.any(this.people), at);
    else if (choice < 5) await this.newAward(day, at);
    else if (choice < 7) await this.renewal(at);
    else if (choice < 9) await this.component(day, at);
    else if (choice < 11) await this.sanction(day, at);
    else if (choice === 11) await this.lift(day, at);
    else if (choice < 14) await this.pause(day, at);
    else if (choice === 14) await this.resume(day, at);
    else if (choice === 15) await this.annul(day, at);
    else await this.surrender(day, at);
  }
}

/** Writes one fact after the other, the same in every run. */
export function randomFacts(cast: Cast, seed: number): (day: LocalDate, at: Date) => Promise<void> {
  const facts = new RandomFacts(cast, seed);
  return (day, at) => facts.act(day, at);
}
