import type { Ports } from '~/platform/ports';
import { react } from '~/reactions.server';

/** Where needs against the arrows are met: one line for each. */
export const ports: Ports = {
  react,
};
