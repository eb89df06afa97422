import type { Db } from '~/platform/context';
import { type Credential, Prisma } from '~/platform/db/client';
import { readSnapshot } from '../rules/snapshot';
import type { CredentialSnapshot } from '../types';

/**
 * The last of the next `count` numbers of the framework and year; the counter's row stays locked until commit, so a
 * rollback leaves no gap.
 */
export async function drawNumbers(
  db: Db,
  { frameworkId, year, count }: { frameworkId: string; year: number; count: number },
): Promise<number> {
  const [drawn] = await db.$queryRaw<{ last: number }[]>(Prisma.sql`
    INSERT INTO number_counter (framework_id, year, last) VALUES (${frameworkId}::uuid, ${year}, ${count})
    ON CONFLICT (framework_id, year) DO UPDATE SET last = number_counter.last + excluded.last
    RETURNING last`);
  if (!drawn) throw new Error('No number was drawn');
  return drawn.last;
}

export type NewCredential = {
  id: string;
  personId: string;
  qualificationId: string;
  periodId: string;
  /** The document that it corrects. */
  replacesId: string | null;
  frameworkId: string;
  snapshot: CredentialSnapshot;
  languages: readonly string[];
  templateVersion: number;
  issuedAt: Date;
};

/** Writes the credentials, but for those whose serial another one has already; gives the ids of what was written. */
export async function insertCredentials(
  db: Db,
  credentials: readonly NewCredential[],
): Promise<ReadonlySet<string>> {
  const rows = credentials.map(({ snapshot, ...row }) => {
    const { serial, number } = snapshot;
    return { ...row, snapshot, serial, number };
  });
  const inserted = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    INSERT INTO credential (id, serial, number, person_id, qualification_id, period_id, replaces_id, framework_id, snapshot,
                            languages, template_version, issued_at)
    SELECT id, serial, number, "personId", "qualificationId", "periodId", "replacesId", "frameworkId", snapshot, languages,
      "templateVersion", "issuedAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (id uuid, serial text, number text, "personId" uuid,
      "qualificationId" uuid, "periodId" uuid, "replacesId" uuid, "frameworkId" uuid, snapshot jsonb, languages text[],
      "templateVersion" int, "issuedAt" timestamptz)
    ON CONFLICT (serial) DO NOTHING RETURNING id::text AS id`);
  return new Set(inserted.map(({ id }) => id));
}

/** The newest document of each period that has one: the first one, or the last that corrects it. */
export async function findByPeriods(db: Db, periodIds: readonly string[]) {
  if (periodIds.length === 0) return [];
  return db.credential.findMany({
    where: { periodId: { in: [...periodIds] }, replacedBy: null },
    select: { id: true, periodId: true, serial: true, number: true, snapshot: true, languages: true },
  });
}

/** Newest first. */
export async function listByQualifications(db: Db, qualificationIds: readonly string[]) {
  const rows = await db.credential.findMany({
    where: { qualificationId: { in: [...qualificationIds] } },
    select: { id: true, replacesId: true, serial: true, number: true, qualificationId: true, periodId: true },
    orderBy: { id: 'desc' },
  });
  const replaced = new Set(rows.map(({ replacesId }) => replacesId));
  return rows.map(({ id, replacesId: _replaces, ...row }) => ({ ...row, isReplaced: replaced.has(id) }));
}

/** Awards with a document of one of these serials or numbers. */
export async function listNumbered(
  db: Db,
  { serials, numbers }: { serials: readonly string[]; numbers: readonly string[] },
): Promise<string[]> {
  const rows = await db.credential.findMany({
    where: { OR: [{ serial: { in: [...serials] } }, { number: { in: [...numbers] } }] },
    select: { qualificationId: true },
  });
  return rows.map(({ qualificationId }) => qualificationId);
}

export type StoredCredential = Omit<Credential, 'snapshot'> & { snapshot: CredentialSnapshot };

const withSnapshot = (row: Credential): StoredCredential => ({
  ...row,
  snapshot: readSnapshot(row.snapshot),
});

export async function findCredential(db: Db, id: string): Promise<StoredCredential | null> {
  const row = await db.credential.findUnique({ where: { id } });
  return row && withSnapshot(row);
}

/** The credentials of people, newest first. */
export async function listByPeople(db: Db, personIds: readonly string[]): Promise<StoredCredential[]> {
  const rows = await db.credential.findMany({
    where: { personId: { in: [...personIds] } },
    orderBy: { id: 'desc' },
  });
  return rows.map(withSnapshot);
}

/** Whose credential it is and its stored files, if they are there yet. */
export const findWithDocument = (db: Db, serial: string) =>
  db.credential.findUnique({
    where: { serial },
    select: { id: true, personId: true, frameworkId: true, number: true, document: true, card: true },
  });

export const findDocument = (db: Db, credentialId: string) =>
  db.credentialDocument.findUnique({ where: { credentialId } });

export type NewDocument = {
  credentialId: string;
  storageKey: string;
  /** Of the stored file, hex. */
  sha256: string;
  bytes: number;
  /** Of the paper before it was signed, hex. */
  drawnSha256: string;
  certificateId: string;
  renderedAt: Date;
};

/** Writes the row; false when there is one already, which stays as it is. */
export async function insertDocument(db: Db, row: NewDocument): Promise<boolean> {
  const { count } = await db.credentialDocument.createMany({ data: [row], skipDuplicates: true });
  return count === 1;
}
