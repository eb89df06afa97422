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
  /** Without it the answer's history is empty. */
  withHistory?: boolean;
};

type Asked = { on: LocalDate; knownAt: Date; asOf: Date; withHistory: boolean };

function answerFrom(facts: CredentialFacts, asked: Asked): VerifiedCredential {
  const { on, knownAt, asOf, withHistory } = asked;
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
    validUntil: standing.until,
    issuedOn,
    on,
    knownAt,
    asOf,
    zone,
    history: withHistory ? historyOf(standing, issuedOn, on) : [],
  };
}

/** The public answer about a serial, for anybody. Null for one that does not exist or was not issued yet at `knownAt`. */
export async function verifyCredential(
  ctx: Ctx,
  input: VerifyCredentialInput,
): Promise<VerifiedCredential | null> {
  const serial = normaliseSerial(input.serial);
  if (!isSerial(serial)) return null;
  const facts = await findFacts(ctx.query, serial, input.knownAt ?? null);
  const asOf = ctx.clock.now();
  const knownAt = input.knownAt && input.knownAt < asOf ? input.knownAt : asOf;
  if (!facts || facts.issuedAt > knownAt.getTime()) return null;
  const on = input.on ?? localDateOf(asOf, facts.zone);
  return answerFrom(facts, { on, knownAt, asOf, withHistory: input.withHistory ?? false });
}
