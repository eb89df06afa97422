import { authenticateSession } from '~/domain/access/authenticate-session.server';
import { getOwnAccess } from '~/domain/access/get-own-access.server';
import type { Ports } from '~/platform/ports';
import { react } from '~/reactions.server';
import { peoplePorts } from './ports/people.server';

/** Where needs against the arrows are met: one line for each. */
export const ports: Ports = {
  react,
  findActor: authenticateSession,
  ...peoplePorts,
  personalData: [async (ctx) => ({ access: await getOwnAccess(ctx) })],
};
