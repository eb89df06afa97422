import type { ClaimState } from '~/domain/claims/types';
import { type Status, StatusMark } from '~/ui/kit/status';
import { useT } from '~/ui/kit/use-t';

const SIGNS: Record<ClaimState, Status> = {
  'handed-in': 'submitted',
  confirmed: 'approved',
  refused: 'refused',
  withdrawn: 'withdrawn',
};

/** The state of a paper as sign and words. */
export function ClaimMark({ state }: { state: ClaimState }) {
  const { t } = useT();
  return <StatusMark status={SIGNS[state]}>{t(`claims:state.${state}`)}</StatusMark>;
}
