import type { Ctx } from '~/platform/context';
import { type LocalDate, localDateOf } from '~/platform/local-date';
import { type CredentialFacts, findFacts } from './data/facts.server';
import { publicStatus } from './rules/public-status';
import { isSerial, normaliseSerial, printedSerial } from './rules/serial';
import { historyOf, standingKnownAt } from './rules/standing';
import type { VerifiedCredential } from './types';

export type VerifyCredentialInput = {
  /** As typed or scanned; look-alikes, spaces and hyphens are folded. */
  serial: string;
  /** The local date of the framework's zone that is asked about; today unless given. */
  on?: LocalDate;
  /** Only facts recorded until then count; a moment to come counts as now. */
  knownAt?: Date;
};

function answerFrom(facts: CredentialFacts, on: LocalDate, knownAt: Date, asOf: Date): VerifiedCredential {
  const standing = standingKnownAt(facts, knownAt.getTime());
  const { serial, number, holder, level, framework, signatories, awardedOn, issuedOn, zone } = facts;
  return {
    serial,
    printedSerial: printedSerial(serial),
    number,
    status: publicStatus(standing, on),
    holder,
    level,
    framework,
    signatories,
    awardedOn,
    validFrom: facts.from,
    validUntil: facts.until,
    issuedOn,
    on,
    knownAt,
    asOf,
    zone,
    history: historyOf(standing, issuedOn, on),
  };
}

/** The public answer about a serial, for anybody. Null for one that does not exist or was not issued yet at `knownAt`. */
export async function verifyCredential(
  ctx: Ctx,
  input: VerifyCredentialInput,
): Promise<VerifiedCredential | null> {
  const serial = normaliseSerial(input.serial);
  if (!isSerial(serial)) return null;
  const facts = await findFacts(ctx.query, serial);
  const asOf = ctx.clock.now();
  const knownAt = input.knownAt && input.knownAt < asOf ? input.knownAt : asOf;
  if (!facts || facts.issuedAt > knownAt.getTime()) return null;
  return answerFrom(facts, input.on ?? localDateOf(asOf, facts.zone), knownAt, asOf);
}
