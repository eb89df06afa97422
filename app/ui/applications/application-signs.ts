import type { ApplicationState } from '~/domain/applications/types';
import type { Status } from '~/ui/kit/status';

/** The sign of each state of an application; its words are licensing:application.*. */
export const APPLICATION_SIGNS: Record<ApplicationState, Status> = {
  submitted: 'submitted',
  proposed: 'waiting',
  awarded: 'approved',
  refused: 'refused',
  returned: 'returned',
  withdrawn: 'withdrawn',
};
