import { randomBytes } from 'node:crypto';
import type { Level } from '~/domain/frameworks/types';
import type { CorrectionOrder, IssuedDocument, IssueOrder, MadeDocument } from '~/domain/licensing/types';
import { wordsOnly } from '~/i18n/content';
import { isLang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import type { LocalDate } from '~/platform/local-date';
import { drawNumber, findByPeriod, insertCredential } from './data/credentials.server';
import { refreshEntries } from './data/refresh-entries.server';
import { drawPlace } from './data/status-entries.server';
import { CERTIFICATE_TEMPLATE_VERSION } from './documents/certificate-template';
import { requirePrintable } from './documents/printable.server';
import { renderCredentialJob } from './jobs.server';
import { paperLanguages } from './rules/paper-languages';
import { printedNumber } from './rules/printed-number';
import { newSerial } from './rules/serial';
import { credentialSnapshot } from './rules/snapshot';
import { snapshotHash } from './rules/snapshot-hash';
import type { CredentialSnapshot, Signatory } from './types';

/** A serial is drawn again when it is taken; so often only when something else is wrong. */
const DRAWS = 5;

function signatoriesOn(level: Level, day: LocalDate): [Signatory, ...Signatory[]] {
  const [first, ...others] = level.framework.signatories
    .filter(({ from, until }) => from <= day && (until === null || day <= until))
    .slice(0, 4)
    .map(({ name, office, organisation }): Signatory => ({ name, office, organisation }));
  if (!first) throw new DomainError('conflict', 'credentials.no-signatory');
  return [first, ...others];
}

/** The snapshot without its serial. */
async function freeze(tx: Ctx, order: IssueOrder): Promise<Omit<CredentialSnapshot, 'serial'>> {
  const { level } = order;
  const { framework } = level;
  const issuedOn = tx.clock.today(framework.zone);
  const signatories = signatoriesOn(level, issuedOn);
  const year = Number(issuedOn.slice(0, 4));
  return {
    number: printedNumber(framework.numberPrefix, year, await drawNumber(tx.db, framework.id, year)),
    holder: { display: order.holder.displayName, latin: order.holder.latinName || order.holder.displayName },
    framework: { slug: framework.slug, name: wordsOnly(framework.name) },
    level: { slug: level.slug, rank: level.rank, name: wordsOnly(level.name) },
    studied: order.studied.map((course) => ({ ...course, title: wordsOnly(course.title) })),
    practical: order.practical,
    awardedOn: order.awardedOn,
    validFrom: order.from,
    validUntil: order.until,
    signatories,
    issuer: signatories[0].organisation,
    issuedOn,
  };
}

/** Draws serials until one is free. The strict schema refuses anything personal that slipped in. */
async function insert(
  tx: Ctx,
  { replacesId, ...order }: IssueOrder & { replacesId: string | null },
  frozen: Omit<CredentialSnapshot, 'serial'>,
) {
  const { personId, qualificationId, periodId, frameworkId } = order;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const id = newId();
    const snapshot = credentialSnapshot.parse({ ...frozen, serial: newSerial(randomBytes) });
    const inserted = await insertCredential(tx.db, {
      id,
      personId,
      qualificationId,
      periodId,
      replacesId,
      frameworkId,
      snapshot,
      languages: paperLanguages(order.languages),
      templateVersion: CERTIFICATE_TEMPLATE_VERSION,
      issuedAt: tx.clock.now(),
    });
    if (inserted) return { id, snapshot };
  }
  throw new Error('No free serial was drawn');
}

const madeOf = (snapshot: unknown, { serial, number }: IssuedDocument): MadeDocument => {
  return { serial, number, sha256: snapshotHash(snapshot) };
};

type Known = NonNullable<Awaited<ReturnType<typeof findByPeriod>>>;

/** The order of a further document: what the known one says, with the name as it is now. */
function corrected(order: CorrectionOrder, { snapshot, languages }: Known): IssueOrder {
  const { studied, practical, awardedOn, validFrom: from } = credentialSnapshot.parse(snapshot);
  const { corrects: _corrects, ...facts } = order;
  return {
    ...facts,
    studied,
    practical,
    awardedOn,
    from,
    languages: paperLanguages(languages.filter(isLang)),
  };
}

const isNamed = ({ snapshot }: Known, { holder }: CorrectionOrder): boolean => {
  const { display, latin } = credentialSnapshot.parse(snapshot).holder;
  return display === holder.displayName && latin === (holder.latinName || holder.displayName);
};

/**
 * Makes the public document of a licence period inside the caller's transaction, in which the award is audited. It
 * locks the number counter of the framework and year. A period that has its document already gets the same answer. A
 * correction makes a further one, which replaces the newest, where that bears another name. Throws
 * `credentials.no-signatory` (nobody is in office today), `credentials.letters-not-printable` and, for a correction of nothing, `credentials.no-document`.
 */
export async function issueCredential(tx: Ctx, order: IssueOrder | CorrectionOrder): Promise<MadeDocument> {
  const isNew = 'isNew' in order && order.isNew === true;
  const known = isNew ? null : await findByPeriod(tx.db, order.periodId);
  if (!('corrects' in order))
    return known ? madeOf(known.snapshot, known) : make(tx, { ...order, replacesId: null });
  if (!known) throw new DomainError('not-found', 'credentials.no-document');
  if (isNamed(known, order)) return madeOf(known.snapshot, known);
  return make(tx, { ...corrected(order, known), replacesId: known.id });
}

async function make(tx: Ctx, order: IssueOrder & { replacesId: string | null }): Promise<MadeDocument> {
  await raiseContentVersion(tx);
  const { id, snapshot } = await insert(tx, order, await freeze(tx, order));
  await requirePrintable(snapshot, paperLanguages(order.languages));
  await drawPlace(tx.db, id);
  await refreshEntries(tx, order.personId);
  await tx.jobs.enqueue(renderCredentialJob, { credentialId: id, form: 'certificate' }, { singletonKey: id });
  await tx.publish({ type: 'credential.issued', credentialId: id });
  return madeOf(snapshot, snapshot);
}
