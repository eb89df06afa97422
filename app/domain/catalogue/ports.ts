/** The catalogue needs `findOrganisation`, which recordings declare. */
export type { OrganisationFacts } from '~/domain/recordings/ports';
