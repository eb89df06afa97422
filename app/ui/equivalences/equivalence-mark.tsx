import type { EquivalenceState } from '~/domain/equivalences/types';
import { type Status, StatusMark } from '~/ui/kit/status';
import { useT } from '~/ui/kit/use-t';

const SIGNS: Record<EquivalenceState, Status> = {
  proposed: 'submitted',
  confirmed: 'approved',
  refused: 'refused',
  withdrawn: 'withdrawn',
  ended: 'ended',
  ending: 'approved',
  'run-out': 'ended',
};

/** The state of an equivalence as sign and words. */
export function EquivalenceMark({ state }: { state: EquivalenceState }) {
  const { t } = useT();
  return <StatusMark status={SIGNS[state]}>{t(`equivalences:state.${state}`)}</StatusMark>;
}
