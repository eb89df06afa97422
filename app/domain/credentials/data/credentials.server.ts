import type { Db } from '~/platform/context';
import { type Credential, Prisma } from '~/platform/db/client';
import { readSnapshot } from '../rules/snapshot';
import type { CredentialSnapshot } from '../types';

/** The next number of the framework and year; its row stays locked until commit, so a rollback leaves no gap. */
export async function drawNumber(db: Db, frameworkId: string, year: number): Promise<number> {
  const [drawn] = await db.$queryRaw<{ last: number }[]>(Prisma.sql`
    INSERT INTO number_counter (framework_id, year, last) VALUES (${frameworkId}::uuid, ${year}, 1)
    ON CONFLICT (framework_id, year) DO UPDATE SET last = number_counter.last + 1
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

/** Writes the credential; false when another one already has this serial. */
export async function insertCredential(db: Db, row: NewCredential): Promise<boolean> {
  const { snapshot } = row;
  const inserted = await db.$executeRaw(Prisma.sql`
    INSERT INTO credential (id, serial, number, person_id, qualification_id, period_id, replaces_id, framework_id, snapshot,
                            languages, template_version, issued_at)
    VALUES (${row.id}::uuid, ${snapshot.serial}, ${snapshot.number}, ${row.personId}::uuid,
            ${row.qualificationId}::uuid, ${row.periodId}::uuid, ${row.replacesId}::uuid, ${row.frameworkId}::uuid,
            ${JSON.stringify(snapshot)}::jsonb, ${[...row.languages]}::text[], ${row.templateVersion}, ${row.issuedAt})
    ON CONFLICT (serial) DO NOTHING`);
  return inserted === 1;
}

/** The newest document of a period: the first one, or the last that corrects it. */
export const findByPeriod = (db: Db, periodId: string) =>
  db.credential.findFirst({
    where: { periodId, replacedBy: null },
    select: { id: true, serial: true, number: true, snapshot: true, languages: true },
  });

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

/** A person's credentials, newest first. */
export async function listByPerson(db: Db, personId: string): Promise<StoredCredential[]> {
  const rows = await db.credential.findMany({ where: { personId }, orderBy: { id: 'desc' } });
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
