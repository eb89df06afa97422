import { randomBytes } from 'node:crypto';
import { newSerial } from '~/domain/credentials/rules/serial';
import type { Standing } from '~/domain/licensing/types';
import type { Ctx } from '~/platform/context';
import { newId } from '~/platform/ids';
import { fromDb } from '~/platform/local-date';

const text = { original: 'en', en: { text: 'Test', origin: 'author' } };

/** A bare document for every period that has none, issued when the period was written down; serials by period. */
export async function issueAll({ db }: Ctx): Promise<Map<string, string>> {
  const { id: frameworkId } = await db.framework.findFirstOrThrow();
  const serials = new Map<string, string>();
  const periods = await db.licencePeriod.findMany({
    include: { qualification: true },
    orderBy: { id: 'asc' },
  });
  for (const { id: periodId, qualificationId, recordedAt, from, until, qualification } of periods) {
    const [serial, number] = [newSerial(randomBytes), `ALL-${serials.size}`];
    const facts = { holder: { display: 'A', latin: 'A' }, level: { slug: 'a', rank: 1, name: text } };
    const dates = { awardedOn: fromDb(from), validFrom: fromDb(from), validUntil: fromDb(until) };
    const paper = { framework: { slug: 'a', name: text }, signatories: [], issuer: text };
    const issued = { studied: [], practical: null, issuedOn: fromDb(recordedAt) };
    await db.credential.create({
      data: {
        ...{ id: newId(), serial, number, periodId, qualificationId, frameworkId },
        ...{ personId: qualification.personId, languages: ['en'], templateVersion: 1, issuedAt: recordedAt },
        snapshot: { serial, number, ...facts, ...dates, ...paper, ...issued },
      },
    });
    serials.set(periodId, serial);
  }
  return serials;
}

/** The public words for a state. */
export function publicWords({ state, reason, renewableUntil }: Standing): object {
  if (state === 'suspended') return { status: state, reason };
  if (state === 'renewable') return { status: 'expiring', renewable_until: renewableUntil };
  if (state === 'grace') return { status: 'expired', reason: state, renewable_until: renewableUntil };
  if (state === 'lapsed' || state === 'surrendered') return { status: 'expired', reason: state };
  if (state === 'future') return { status: 'not-yet-valid' };
  return { status: state === 'active' ? 'valid' : state };
}
