import { createHash } from 'node:crypto';
import { recordCourseCompletion } from '~/domain/evidence/record-course-completion.server';
import { defineFramework } from '~/domain/frameworks/define-framework.server';
import type { DefineFrameworkInput } from '~/domain/frameworks/inputs';
import type { CorrectionOrder, HolderFacts, IssueOrder, MadeDocument } from '~/domain/licensing/types';
import { authored } from '~/i18n/content';
import type { Actor, Grant } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { foldName } from '~/platform/folding/names';
import { newId } from '~/platform/ids';
import type { Ports } from '~/platform/ports';
import { actorWith, type TestWorld } from './database';

type NewLevel = DefineFrameworkInput['levels'][number];

const text = (words: string) => authored('en', { en: words });
const course = (slug: string) => ({ kind: 'course' as const, ref: `course:${slug}` });

const criteria = {
  meanAtLeast: 3,
  items: ['ukemi', 'safety'].map((key) => ({ key, name: text(key), hint: text(key), minimum: 2 })),
};
const components = [{ kind: 'safeguarding', name: text('Safe'), ref: 'course:safe' }];

const ONE: NewLevel = {
  slug: 'one',
  rank: 1,
  name: text('One'),
  summary: text('One'),
  criteria,
  ruleSets: [
    {
      effectiveFrom: '2020-01-01',
      prerequisites: {
        kind: 'all',
        of: [{ kind: 'registration' }, course('safe'), { kind: 'practical', level: 'one' }],
      },
      components,
      expiry: { kind: 'months', months: 24 },
      windowMonths: 3,
      graceMonths: 6,
      keysRequired: 1,
    },
  ],
};

const TWO: NewLevel = {
  slug: 'two',
  rank: 2,
  name: text('Two'),
  summary: text('Two'),
  criteria,
  ruleSets: [
    {
      effectiveFrom: '2020-01-01',
      prerequisites: { kind: 'all', of: [{ kind: 'registration' }, course('safe')] },
      components,
      expiry: { kind: 'fiscal-year-end-after-anniversary', years: 4 },
      windowMonths: 6,
      graceMonths: 0,
      keysRequired: 2,
    },
  ],
};

/** Two steps: the first asks for a practical and one key, the second for two keys. */
export const ladder = (organisationId: string): DefineFrameworkInput => ({
  slug: 'test-ladder',
  organisationId,
  path: '/kjf/',
  name: text('Ladder'),
  zone: 'Asia/Almaty',
  numberPrefix: 'TST',
  signatories: [
    { name: 'Signatory', office: text('Office'), organisation: text('KJF'), from: '2010-01-01', until: null },
  ],
  validFrom: '2020-01-01',
  levels: [structuredClone(ONE), structuredClone(TWO)],
});

export type Cast = {
  /** A context of the actor, with the ports of this cast. */
  as(actor: Actor | null): Ctx;
  registrar: Actor;
  secondRegistrar: Actor;
  assessor: Actor;
  secondAssessor: Actor;
  organisationId: string;
  newPerson(name: string, path?: string, grants?: readonly Grant[]): Promise<Actor>;
  /** Course and practical in place, so that nothing is missing for either level. */
  makeReady(person: Actor, on?: string): Promise<void>;
  /** Every document ordered so far. */
  issued: IssueOrder[];
};

async function insertAccount(ctx: Ctx, { personId, accountId }: Actor): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.person.create({ data: { id: personId, createdAt: now } });
  const email = `${accountId}@test.kz`;
  await ctx.db.account.create({ data: { id: accountId, personId, email, lang: 'ru', createdAt: now } });
}

/** Draws a number as credentials does: the counter's row is locked until the end of the transaction. */
async function drawNumber(tx: Ctx, { frameworkId }: IssueOrder | CorrectionOrder): Promise<MadeDocument> {
  const [row] = await tx.db.$queryRaw<{ last: number }[]>(Prisma.sql`
    INSERT INTO number_counter (framework_id, year, last) VALUES (${frameworkId}::uuid, 2026, 1)
    ON CONFLICT (framework_id, year) DO UPDATE SET last = number_counter.last + 1 RETURNING last`);
  const number = `TST-2026-${String(row?.last).padStart(6, '0')}`;
  return { serial: newId(), number, sha256: createHash('sha256').update(number).digest('hex') };
}

type Holders = Map<string, HolderFacts>;

/** Stand-ins for the other domains: people from a map, documents that only draw a number. */
const portsOf = (holders: Holders, issued: IssueOrder[]) =>
  ({
    describeHolder: async (_ctx, personId) => holders.get(personId) ?? null,
    describeHolders: async (_ctx, ids) =>
      new Map(
        ids.flatMap((id) => {
          const found = holders.get(id);
          return found ? [[id, found]] : [];
        }),
      ),
    describePeople: async (_ctx, ids) =>
      new Map(
        ids.flatMap((id) => {
          const found = holders.get(id);
          return found ? [[id, { ...found, organisation: null }]] : [];
        }),
      ),
    nameAccounts: async (_ctx, ids) => new Map(ids.map((id) => [id, id])),
    pendingCompletions: async () => [],
    documentsOf: async () => new Map(),
    async issueCredentials(tx, orders) {
      const made: MadeDocument[] = [];
      for (const order of orders) {
        if (!('corrects' in order)) issued.push(order);
        made.push(await drawNumber(tx, order));
      }
      return made;
    },
  }) satisfies Partial<Ports>;

const grant = (organisationId: string, role: Grant['role'], level: string | null = null): Grant => ({
  role,
  organisationId,
  path: '/kjf/',
  lang: null,
  level,
});

const personMaker =
  (root: Ctx, holders: Holders, organisationId: string): Cast['newPerson'] =>
  async (name, path = '/kjf/karaganda/', grants = []) => {
    const actor = actorWith([], path, { name, grants });
    await insertAccount(root, actor);
    holders.set(actor.personId, {
      personId: actor.personId,
      displayName: name,
      latinName: name,
      foldedNames: foldName(name),
      organisationId,
      path,
      mail: { to: `${actor.accountId}@test.kz`, lang: 'ru' },
    });
    return actor;
  };

/** The people of a test with a ladder, on a real database; documents are drawn by a stand-in for credentials. */
export async function openCast(world: TestWorld): Promise<Cast> {
  const holders: Holders = new Map();
  const issued: IssueOrder[] = [];
  const organisationId = newId();
  const as = (actor: Actor | null): Ctx => {
    const ctx = world.ctx(actor);
    return { ...ctx, ports: { ...ctx.ports, ...portsOf(holders, issued) } };
  };
  const root = as(null);
  await root.db.organisation.create({
    data: { id: organisationId, slug: 'kjf', kind: 'federation', name: text('KJF'), path: '/kjf/' },
  });
  const newPerson = personMaker(root, holders, organisationId);
  const registrars = [grant(organisationId, 'registrar')];
  const assessors = ['one', 'two'].map((level) => grant(organisationId, 'assessor', level));
  const registrar = await newPerson('Registrar', '/kjf/', registrars);
  await defineFramework(as(registrar), ladder(organisationId));
  return {
    as,
    newPerson,
    issued,
    organisationId,
    registrar,
    secondRegistrar: await newPerson('Registrar Two', '/kjf/', registrars),
    assessor: await newPerson('Assessor', '/kjf/', assessors),
    secondAssessor: await newPerson('Assessor Two', '/kjf/', assessors),
    makeReady: (person, on = '2026-11-01') => makeReady(root, person, on),
  };
}

async function makeReady(ctx: Ctx, { personId }: Actor, occurredOn: string): Promise<void> {
  await recordCourseCompletion(ctx, {
    sourceId: newId(),
    personId,
    ref: 'course:safe@1',
    title: text('Safe'),
    hours: 4,
    points: 2,
    component: 'safeguarding',
    validityMonths: 36,
    occurredOn,
  });
  await ctx.db.evidence.create({
    data: {
      id: newId(),
      personId,
      type: 'practical',
      sourceId: newId(),
      ref: 'practical:one',
      title: text('One'),
      occurredOn: new Date(`${occurredOn}T00:00:00Z`),
      recordedAt: ctx.clock.now(),
    },
  });
}
