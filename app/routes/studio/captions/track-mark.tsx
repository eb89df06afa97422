import type { TrackPage } from '~/domain/captions/get-track-page.server';
import { type Status, StatusMark } from '~/ui/kit/status';
import { useT } from '~/ui/kit/use-t';

type State = TrackPage['state'];

const MARKS: Record<State, Status> = {
  translating: 'in-progress',
  machine: 'waiting',
  draft: 'draft',
  reviewed: 'submitted',
  approved: 'approved',
  returned: 'returned',
};

/** The state of captions as icon and word. */
export function TrackMark({ state }: { state: State }) {
  const { t } = useT();
  return <StatusMark status={MARKS[state]}>{t(`captions:state.${state}`)}</StatusMark>;
}
