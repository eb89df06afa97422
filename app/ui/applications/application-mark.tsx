import type { ApplicationKind, ApplicationState } from '~/domain/applications/types';
import { type Status, StatusMark } from '~/ui/kit/status';
import { useT } from '~/ui/kit/use-t';

const SIGNS: Record<ApplicationState, Status> = {
  submitted: 'submitted',
  proposed: 'waiting',
  awarded: 'approved',
  refused: 'refused',
  returned: 'returned',
  withdrawn: 'withdrawn',
};

/** The state of an application as sign and word. */
export function ApplicationMark({ kind, state }: { kind: ApplicationKind; state: ApplicationState }) {
  const { t } = useT();
  const isRenewed = kind === 'renewal' && state === 'awarded';
  return (
    <StatusMark status={SIGNS[state]}>
      {isRenewed ? t('applications:renewal.state') : t(`licensing:application.${state}`)}
    </StatusMark>
  );
}
