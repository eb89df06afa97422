import type { LicenceState, Standing } from '~/domain/licensing/types';
import { type Status, StatusMark } from '~/ui/kit/status';
import { useT } from '~/ui/kit/use-t';

const SIGNS: Record<LicenceState, Status> = {
  future: 'not-yet-valid',
  active: 'valid',
  renewable: 'expiring',
  grace: 'expired',
  lapsed: 'expired',
  suspended: 'suspended',
  superseded: 'superseded',
  surrendered: 'expired',
  revoked: 'revoked',
};

/** The state of a licence as sign and words, with the reason of a suspension. */
export function StandingMark({ standing }: { standing: Pick<Standing, 'state' | 'reason'> }) {
  const { t } = useT();
  const { state, reason } = standing;
  return (
    <StatusMark status={SIGNS[state]}>
      {t(`licensing:state.${state}`)}
      {reason ? ` (${t(`licensing:reason.${reason}`)})` : ''}
    </StatusMark>
  );
}
