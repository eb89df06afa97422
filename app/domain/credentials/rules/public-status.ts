import type { LocalDate } from '~/platform/local-date';

export type SuspensionKind = 'automatic' | 'disciplinary' | 'paused';

/**
 * What is known of a licence, as local dates of its framework's zone; last days are inclusive. The end of the period,
 * its window and its grace lie behind those it was issued with by the days on which its clock stood still.
 */
export type LicenceStanding = {
  /** First and last valid day of the period. */
  from: LocalDate;
  until: LocalDate;
  /** First day on which renewal may be asked for; null: no window. */
  windowOpens: LocalDate | null;
  /** Last day on which an expired licence may still be renewed; null: no grace. */
  graceUntil: LocalDate | null;
  /** First and last suspended day; no `to`: until further notice. */
  suspensions: readonly { from: LocalDate; to?: LocalDate; kind: SuspensionKind }[];
  /** First and last day without the component; no `to`: still missing. */
  lapsedComponents: readonly { kind: string; from: LocalDate; to?: LocalDate }[];
  /** First and last revoked day; no `to`: for good, unless it is annulled. */
  revocations: readonly { from: LocalDate; to?: LocalDate }[];
  /** First day on which the surrender has effect. */
  surrenderedOn: LocalDate | null;
  /** First day on which a newer document takes this one's place. */
  supersededOn: LocalDate | null;
};

export type PublicStatus =
  | { status: 'not-yet-valid' | 'valid' | 'revoked' | 'superseded' }
  | { status: 'expiring'; renewable_until: LocalDate }
  | { status: 'expired'; reason: 'grace'; renewable_until: LocalDate }
  | { status: 'expired'; reason: 'lapsed' | 'surrendered' }
  | { status: 'suspended'; reason: SuspensionKind };

const hasBegun = (day: LocalDate | null, on: LocalDate): boolean => day !== null && day <= on;

const covers = (span: { from: LocalDate; to?: LocalDate }, on: LocalDate): boolean =>
  span.from <= on && (span.to === undefined || on <= span.to);

/** The gravest reason comes first. */
const GRAVITY: readonly SuspensionKind[] = ['disciplinary', 'automatic', 'paused'];

function suspensionOn(standing: LicenceStanding, on: LocalDate): SuspensionKind | undefined {
  const running = standing.suspensions.filter((span) => covers(span, on)).map((span) => span.kind);
  if (standing.lapsedComponents.some((span) => covers(span, on))) running.push('automatic');
  return GRAVITY.find((kind) => running.includes(kind));
}

/**
 * The public answer for the local date `on`. What ends a document for good wins over its dates
 * (revoked, superseded, surrendered); its dates win over suspension, which needs a running period.
 */
export function publicStatus(standing: LicenceStanding, on: LocalDate): PublicStatus {
  if (standing.revocations.some((span) => covers(span, on))) return { status: 'revoked' };
  if (hasBegun(standing.supersededOn, on)) return { status: 'superseded' };
  if (hasBegun(standing.surrenderedOn, on)) return { status: 'expired', reason: 'surrendered' };
  if (on < standing.from) return { status: 'not-yet-valid' };
  const { until, graceUntil } = standing;
  if (on > until) {
    return graceUntil !== null && on <= graceUntil
      ? { status: 'expired', reason: 'grace', renewable_until: graceUntil }
      : { status: 'expired', reason: 'lapsed' };
  }
  const reason = suspensionOn(standing, on);
  if (reason !== undefined) return { status: 'suspended', reason };
  if (!hasBegun(standing.windowOpens, on)) return { status: 'valid' };
  const last = graceUntil !== null && graceUntil > until ? graceUntil : until;
  return { status: 'expiring', renewable_until: last };
}
