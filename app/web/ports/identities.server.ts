import { listOwnApplications } from '~/domain/applications/list-own-applications.server';
import type { ApplicationState } from '~/domain/applications/types';
import { allAsked } from '~/domain/frameworks/inputs';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import { findAges } from '~/domain/identities/find-ages.server';
import type { Ports } from '~/platform/ports';

/** What rests on an age, or will. */
const COUNTED: readonly ApplicationState[] = ['submitted', 'proposed', 'awarded'];

/** What applications and identities ask of each other. */
export const identitiesPorts: Pick<Ports, 'agesOn' | 'isAgeCounted'> = {
  agesOn: findAges,
  async isAgeCounted(ctx) {
    const asking = (await listLevels(ctx)).filter(({ ruleSets }) =>
      ruleSets.some((rules) => allAsked(rules).some(({ kind }) => kind === 'age')),
    );
    const own = await listOwnApplications(ctx);
    return own.some(
      ({ levelId, state }) => COUNTED.includes(state) && asking.some(({ id }) => id === levelId),
    );
  },
};
