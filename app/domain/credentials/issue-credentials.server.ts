import type { CorrectionOrder, IssuedDocument, IssueOrder, MadeDocument } from '~/domain/licensing/types';
import { isLang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { findByPeriods } from './data/credentials.server';
import { type DocumentOrder, writeCredentials } from './data/new-credentials.server';
import { refreshEntries } from './data/refresh-entries.server';
import { drawPlaces } from './data/status-entries.server';
import { renderCredentialJob } from './jobs.server';
import { paperLanguages } from './rules/paper-languages';
import { credentialSnapshot } from './rules/snapshot';
import { snapshotHash } from './rules/snapshot-hash';

type Order = IssueOrder | CorrectionOrder;
type Known = Awaited<ReturnType<typeof findByPeriods>>[number];

const madeOf = ({ serial, number }: IssuedDocument, snapshot: unknown): MadeDocument => {
  return { serial, number, sha256: snapshotHash(snapshot) };
};

/** The order of a further document: what the known one says, with the name as it is now. */
function corrected(order: CorrectionOrder, { id, snapshot, languages }: Known): DocumentOrder {
  const { studied, practical, awardedOn, validFrom: from } = credentialSnapshot.parse(snapshot);
  const { corrects: _corrects, ...facts } = order;
  return {
    ...facts,
    studied,
    practical,
    awardedOn,
    from,
    languages: paperLanguages(languages.filter(isLang)),
    replacesId: id,
  };
}

const isNamed = ({ snapshot }: Known, { holder }: CorrectionOrder): boolean => {
  const { display, latin } = credentialSnapshot.parse(snapshot).holder;
  return display === holder.displayName && latin === (holder.latinName || holder.displayName);
};

const isNew = (order: Order): boolean => 'isNew' in order && order.isNew === true;

/** What is to be made for an order, or the document that answers it already. */
function planned(order: Order, known: Known | undefined): DocumentOrder | { known: Known } {
  if (!('corrects' in order)) return known ? { known } : { ...order, replacesId: null };
  if (!known) throw new DomainError('not-found', 'credentials.no-document');
  return isNamed(known, order) ? { known } : corrected(order, known);
}

/**
 * Makes the public documents of licence periods, each of another one, in as many statements as for one, inside the
 * caller's transaction, in which the awards are audited. It locks the number counters of the frameworks and years.
 * A period that has its document already gets the same answer. A correction makes a further one, which replaces the
 * newest, where that bears another name. Answers in the order asked. Throws `credentials.no-signatory` (nobody is in office today),
 * `credentials.letters-not-printable` and, for a correction of nothing, `credentials.no-document`.
 */
export async function issueCredentials(tx: Ctx, orders: readonly Order[]): Promise<MadeDocument[]> {
  const told = orders.filter((order) => !isNew(order)).map(({ periodId }) => periodId);
  const known = new Map((await findByPeriods(tx.db, told)).map((each) => [each.periodId, each]));
  const plans = orders.map((order) => planned(order, known.get(order.periodId)));
  const made = await make(
    tx,
    plans.flatMap((plan) => ('known' in plan ? [] : [plan])),
  );
  return plans.map((plan) => ('known' in plan ? madeOf(plan.known, plan.known.snapshot) : made(plan)));
}

/** Makes the documents and tells which one answers an order. */
async function make(
  tx: Ctx,
  orders: readonly DocumentOrder[],
): Promise<(order: DocumentOrder) => MadeDocument> {
  const made = new Map<string, MadeDocument>();
  const answer = ({ periodId }: DocumentOrder): MadeDocument => {
    const document = made.get(periodId);
    if (!document) throw new Error('A period was left without its document');
    return document;
  };
  if (orders.length === 0) return answer;
  await raiseContentVersion(tx);
  const credentials = await writeCredentials(tx, orders);
  const ids = credentials.map(({ id }) => id);
  await drawPlaces(tx.db, ids);
  await refreshEntries(tx, [...new Set(orders.map(({ personId }) => personId))]);
  for (const { id: credentialId, periodId, snapshot } of credentials) {
    const payload = { credentialId, form: 'certificate' as const };
    await tx.jobs.enqueue(renderCredentialJob, payload, { singletonKey: credentialId });
    await tx.publish({ type: 'credential.issued', credentialId });
    made.set(periodId, madeOf(snapshot, snapshot));
  }
  return answer;
}
