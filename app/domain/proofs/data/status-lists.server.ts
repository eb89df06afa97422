import type { Db } from '~/platform/context';
import type { SignedStatusList } from '~/platform/db/client';
import { CONTENT_VERSION } from '~/platform/db/content-version.server';
import type { Purpose } from '../inputs';

export type StoredList = {
  /** How many lists there are. */
  lists: number;
  listNo: number;
  contentVersion: string;
  freshUntil: Date;
  revoked: string;
  suspended: string;
  workedOutAt: Date;
};

export const findList = (db: Db, listNo: number): Promise<StoredList | null> =>
  db.statusList.findUnique({ where: { listNo } });

export async function keepList(db: Db, { listNo, ...list }: StoredList): Promise<void> {
  await db.statusList.upsert({ where: { listNo }, create: { listNo, ...list }, update: list });
}

/** The version of everything public, which rises with every licence, sanction and component. */
export async function contentVersion(db: Db): Promise<string> {
  const [row] = await db.$queryRawUnsafe<{ version: string }[]>(CONTENT_VERSION.text);
  return row?.version ?? '0';
}

export const findSigned = (db: Db, listNo: number, purpose: Purpose): Promise<SignedStatusList | null> =>
  db.signedStatusList.findUnique({ where: { listNo_purpose: { listNo, purpose } } });

export async function keepSigned(db: Db, row: SignedStatusList): Promise<void> {
  const { listNo, purpose, ...signed } = row;
  await db.signedStatusList.upsert({
    where: { listNo_purpose: { listNo, purpose } },
    create: row,
    update: signed,
  });
}
