import type { LocalDate } from '~/platform/local-date';
import { publicStatus } from './public-status';
import { type LicenceFacts, standingKnownAt } from './standing';

/**
 * The bit of a document in the status lists for the local date `on`, from what was known at the moment `knownAt`
 * (milliseconds since 1970). Paper, code and badge tell their dates alone, so whatever ends a document within them counts
 * as revoked: a revocation, that the holder gave the award up, and a document that corrects it.
 */
export function statusBit(
  facts: LicenceFacts,
  { on, knownAt }: { on: LocalDate; knownAt: number },
): 'revoked' | 'suspended' | null {
  const standing = standingKnownAt(facts, knownAt);
  const { replacement } = facts;
  const isReplaced = replacement !== null && replacement.at <= knownAt && replacement.on <= on;
  const isGivenUp = standing.surrenderedOn !== null && standing.surrenderedOn <= on;
  const { status } = publicStatus(standing, on);
  if (status === 'revoked' || isReplaced || isGivenUp) return 'revoked';
  return status === 'suspended' ? 'suspended' : null;
}
