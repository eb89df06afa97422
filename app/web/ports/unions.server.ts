import { findJoined } from '~/domain/unions/find-joined.server';
import type { Ports } from '~/platform/ports';

/** What imports ask of unions. */
export const unionsPorts: Pick<Ports, 'joinedPeople'> = {
  joinedPeople: (ctx, personIds) => findJoined(ctx, { personIds }),
};
