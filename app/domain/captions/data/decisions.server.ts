import type { Db } from '~/platform/context';
import { newId } from '~/platform/ids';

export const findLastDecision = (db: Db, trackId: string) =>
  db.captionDecision.findFirst({ where: { trackId }, orderBy: { id: 'desc' } });

export type NewDecision = {
  trackId: string;
  revision: number;
  act: string;
  note: string;
  decidedBy: string;
  decidedAt: Date;
};

export const insertDecision = (db: Db, decision: NewDecision) =>
  db.captionDecision.create({ data: { id: newId(), ...decision } });
