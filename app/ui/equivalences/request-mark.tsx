import type { RequestState } from '~/domain/equivalences/types';
import { type Status, StatusMark } from '~/ui/kit/status';
import { useT } from '~/ui/kit/use-t';

const SIGNS: Record<RequestState, Status> = {
  asked: 'submitted',
  proposed: 'submitted',
  granted: 'approved',
  returned: 'returned',
  refused: 'refused',
  withdrawn: 'withdrawn',
  revoked: 'ended',
};

/** The state of a coach's request as sign and words. */
export function RequestMark({ state }: { state: RequestState }) {
  const { t } = useT();
  return <StatusMark status={SIGNS[state]}>{t(`equivalences:request-state.${state}`)}</StatusMark>;
}
