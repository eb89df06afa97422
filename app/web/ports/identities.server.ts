import { findAges } from '~/domain/identities/find-ages.server';
import type { Ports } from '~/platform/ports';

/** What applications ask of identities. */
export const identitiesPorts: Pick<Ports, 'agesOn'> = { agesOn: findAges };
