import type { AmendmentKind, AmendmentState } from '~/domain/amendments/types';
import { type Status, StatusMark } from '~/ui/kit/status';
import { useT } from '~/ui/kit/use-t';

const MARKS: Record<AmendmentState, Status> = {
  draft: 'draft',
  proposed: 'waiting',
  approved: 'approved',
  refused: 'refused',
  withdrawn: 'withdrawn',
};

/** The state of an amendment, and whether it takes rules back. */
export function AmendmentMark({ kind, state }: { kind: AmendmentKind; state: AmendmentState }) {
  const { t } = useT();
  return (
    <StatusMark status={MARKS[state]}>
      {kind === 'withdrawal' ? `${t('amendments:kind.withdrawal')}: ` : ''}
      {t(`amendments:state.${state}`)}
    </StatusMark>
  );
}
