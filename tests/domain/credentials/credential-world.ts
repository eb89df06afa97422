import { issueCredentials } from '~/domain/credentials/issue-credentials.server';
import { defineFramework } from '~/domain/frameworks/define-framework.server';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import type { IssuedDocument, IssueOrder } from '~/domain/licensing/types';
import { authored } from '~/i18n/content';
import type { Actor } from '~/platform/actor';
import { type Ctx, inTransaction } from '~/platform/context';
import { newId } from '~/platform/ids';
import { addDays, type LocalDate, toDb } from '~/platform/local-date';
import { onlyOne } from '~/platform/only-one';
import { type Cast, ladder, openCast } from '../../support/cast';
import type { TestWorld } from '../../support/database';

const signatory = (name: string, from: LocalDate, until: LocalDate | null) => ({
  name,
  office: authored('ru', { ru: 'Президент', en: 'President' }),
  organisation: authored('ru', { ru: 'Федерация', kk: 'Федерация', en: 'Federation' }),
  from,
  until,
});

/** A framework whose documents carry numbers such as KJF-2026-000001. */
const framework = (organisationId: string) => {
  const { levels, ...facts } = ladder(organisationId);
  return {
    ...facts,
    slug: 'kjf-coach',
    name: authored('ru', { ru: 'Тренеры', kk: 'Жаттықтырушылар', ja: '指導者', en: 'Coaches' }),
    numberPrefix: 'KJF',
    signatories: [
      signatory('Бывший Президент', '2010-01-01', '2019-12-31'),
      signatory('Демо Президент', '2020-01-01', null),
    ],
    levels: levels.map((level) => ({ ...level, slug: `coach-${level.slug}` })),
  };
};

export type PeriodFacts = {
  from: LocalDate;
  until: LocalDate;
  windowOpens?: LocalDate;
  graceUntil?: LocalDate;
  components?: string[];
  /** The award that this period continues; a new one without it. */
  qualificationId?: string;
  no?: number;
};

export type CredentialWorld = Cast & {
  level: Level;
  /** Writes an award and its period as licensing does, and gives the order for its document. */
  order(tx: Ctx, person: Actor, facts: PeriodFacts): Promise<IssueOrder>;
  /** The same, issued in one transaction. */
  issue(
    person: Actor,
    facts: PeriodFacts,
  ): Promise<IssuedDocument & { qualificationId: string; periodId: string }>;
};

async function insertQualification(
  tx: Ctx,
  personId: string,
  levelId: string,
  awardedOn: LocalDate,
): Promise<string> {
  const id = newId();
  const recordedAt = tx.clock.now();
  await tx.db.qualification.create({
    data: { id, personId, levelId, awardedOn: toDb(awardedOn), recordedAt },
  });
  return id;
}

async function insertPeriod(
  tx: Ctx,
  qualificationId: string,
  level: Level,
  facts: PeriodFacts,
): Promise<string> {
  const { from, until, windowOpens = addDays(until, 1), graceUntil = until, components = [], no = 1 } = facts;
  const id = newId();
  await tx.db.licencePeriod.create({
    data: {
      id,
      qualificationId,
      no,
      from: toDb(from),
      until: toDb(until),
      windowOpens: toDb(windowOpens),
      graceUntil: toDb(graceUntil),
      ruleSetVersionId: level.ruleSets[0]?.id ?? '',
      components,
      zone: level.framework.zone,
      recordedAt: tx.clock.now(),
    },
  });
  return id;
}

/** A cast with a framework that somebody may sign for. */
export async function openCredentialWorld(world: TestWorld): Promise<CredentialWorld> {
  const cast = await openCast(world);
  await defineFramework(cast.as(cast.registrar), framework(cast.organisationId));
  const level = (await listLevels(cast.as(null))).find(({ slug }) => slug === 'coach-one');
  if (!level) throw new Error('The test has no level');
  const order: CredentialWorld['order'] = async (tx, { personId, name }, facts) => {
    const qualificationId =
      facts.qualificationId ?? (await insertQualification(tx, personId, level.id, facts.from));
    const periodId = await insertPeriod(tx, qualificationId, level, facts);
    return {
      personId,
      holder: { displayName: name, latinName: `Latin ${name.length}` },
      qualificationId,
      periodId,
      frameworkId: level.framework.id,
      level,
      awardedOn: facts.from,
      from: facts.from,
      until: facts.until,
      languages: ['kk', 'ja'],
      studied: [
        {
          title: authored('ru', { ru: 'Защита детей', kk: 'Балаларды қорғау' }),
          version: 1,
          completedOn: facts.from,
          hours: 4,
        },
      ],
      practical: { heldOn: facts.from, place: 'Қарағанды' },
    };
  };
  const issue: CredentialWorld['issue'] = (person, facts) =>
    inTransaction(cast.as(cast.registrar), async (tx) => {
      const made = await order(tx, person, facts);
      const { serial, number } = onlyOne(await issueCredentials(tx, [made]));
      return { serial, number, qualificationId: made.qualificationId, periodId: made.periodId };
    });
  return { ...cast, level, order, issue };
}
