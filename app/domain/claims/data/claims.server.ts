import { isLang, type Lang } from '~/i18n/locales';
import type { Db } from '~/platform/context';
import {
  type Claim,
  Prisma,
  type ClaimDecision as StoredDecision,
  type ClaimFile as StoredFile,
  type ClaimNaming as StoredNaming,
} from '~/platform/db/client';
import { newId } from '~/platform/ids';
import { fromDb, type LocalDate, toDb } from '~/platform/local-date';
import { isFileType } from '../rules/file-type';
import { isClaimKind } from '../rules/kinds';
import {
  CLAIM_ACTS,
  type ClaimAct,
  type ClaimDecision,
  type ClaimFile,
  type ClaimKind,
  type ClaimNaming,
  type ClaimRow,
  type PaperFacts,
} from '../types';

const WHOLE = {
  files: { orderBy: { position: 'asc' } },
  decision: true,
  naming: true,
} satisfies Prisma.ClaimInclude;

const day = (value: Date | null): LocalDate | null => (value ? fromDb(value) : null);

function readFile({ id, name, type, bytes, sha256 }: StoredFile): ClaimFile {
  if (!isFileType(type)) throw new Error(`A claim has a file of the unknown type ${type}`);
  return { id, name, type, bytes, sha256 };
}

function readDecision(row: StoredDecision): ClaimDecision {
  const act = CLAIM_ACTS.find((each) => each === row.act);
  if (!act) throw new Error(`A claim ended with the unknown act ${row.act}`);
  const { issuer, number, issuedOn, validUntil, external, actorId, reason, note, decidedAt } = row;
  const read =
    issuer !== null && issuedOn
      ? { issuer, number, issuedOn: fromDb(issuedOn), validUntil: day(validUntil), external }
      : null;
  return { act, actorId, reason, note, read, decidedAt };
}

const readNaming = ({ external, actorId, namedAt }: StoredNaming): ClaimNaming => ({
  external,
  actorId,
  namedAt,
});

type Whole = Claim & { files: StoredFile[]; decision: StoredDecision | null; naming: StoredNaming | null };

function readClaim({ submissionKey: _key, closedAt: _closed, ...row }: Whole): ClaimRow {
  const { kind, lang } = row;
  if (!isClaimKind(kind)) throw new Error(`There is a claim of the unknown kind ${kind}`);
  return {
    ...row,
    kind,
    lang: isLang(lang) ? lang : 'ru',
    issuedOn: fromDb(row.issuedOn),
    validUntil: day(row.validUntil),
    hours: row.hours === null ? null : Number(row.hours),
    files: row.files.map(readFile),
    decision: row.decision && readDecision(row.decision),
    naming: row.naming && readNaming(row.naming),
  };
}

export type NewClaim = PaperFacts & {
  id: string;
  submissionKey: string;
  personId: string;
  kind: ClaimKind;
  lang: Lang;
  title: string | null;
  nameOnPaper: string;
  grade: number | null;
  hours: number | null;
  note: string;
  handedInAt: Date;
  files: readonly ClaimFile[];
};

/** False when a claim stands under this submission key already, also one of a transaction that ended just now. */
export async function insertClaim(db: Db, { files, ...claim }: NewClaim): Promise<boolean> {
  const { issuedOn, validUntil } = claim;
  const { count } = await db.claim.createMany({
    data: [{ ...claim, issuedOn: toDb(issuedOn), validUntil: validUntil && toDb(validUntil) }],
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await db.claimFile.createMany({
    data: files.map((file, position) => ({ ...file, claimId: claim.id, position })),
  });
  return true;
}

export const findSubmitted = (
  db: Db,
  submissionKey: string,
): Promise<{ id: string; personId: string } | null> =>
  db.claim.findUnique({ where: { submissionKey }, select: { id: true, personId: true } });

/** Claims of a person that wait, and those handed in since a moment however they ended. */
export const countRecent = (db: Db, personId: string, since: Date): Promise<number> =>
  db.claim.count({ where: { personId, OR: [{ closedAt: null }, { handedInAt: { gt: since } }] } });

/** People with a confirmed paper of an external level. */
export async function countHoldersOf(db: Db, external: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(DISTINCT c.person_id)::int AS count FROM claim c
    WHERE c.id IN (SELECT claim_id FROM claim_decision WHERE external = ${external}
                   UNION ALL SELECT claim_id FROM claim_naming WHERE external = ${external})`);
  return row?.count ?? 0;
}

export async function findClaim(db: Db, id: string): Promise<ClaimRow | null> {
  const row = await db.claim.findUnique({ where: { id }, include: WHOLE });
  return row && readClaim(row);
}

/** The same, with the row locked until the transaction ends: decisions on one claim wait for each other. */
export async function lockClaim(db: Db, id: string): Promise<ClaimRow | null> {
  await db.$queryRaw(Prisma.sql`SELECT 1 FROM claim WHERE id = ${id}::uuid FOR UPDATE`);
  return findClaim(db, id);
}

/** Newest first. */
export async function listClaimsOf(db: Db, personId: string, take: number): Promise<ClaimRow[]> {
  const rows = await db.claim.findMany({
    where: { personId },
    include: WHOLE,
    orderBy: [{ handedInAt: 'desc' }, { id: 'desc' }],
    take,
  });
  return rows.map(readClaim);
}

export type NewDecision = {
  claimId: string;
  act: ClaimAct;
  actorId: string;
  reason?: string;
  note: string;
  read?: PaperFacts;
  decidedAt: Date;
};

/** Ends the claim; the database takes one decision only. */
export async function insertDecision(db: Db, { read, ...decision }: NewDecision): Promise<void> {
  const paper = read && {
    ...read,
    issuedOn: toDb(read.issuedOn),
    validUntil: read.validUntil && toDb(read.validUntil),
  };
  await db.claimDecision.create({ data: { ...decision, ...paper, id: newId() } });
  await db.claim.update({ where: { id: decision.claimId }, data: { closedAt: decision.decidedAt } });
}

/** Gives the id of the row, of which evidence is made; the database takes one of a claim only. */
export async function insertNaming(db: Db, row: ClaimNaming & { claimId: string }): Promise<string> {
  const id = newId();
  await db.claimNaming.create({ data: { ...row, id } });
  return id;
}
