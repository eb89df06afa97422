/** A spelling of the person's name was added, replaced or removed; the register keeps its own copy in step. */
export type PersonRenamed = { personId: string };

declare module '~/platform/events' {
  interface DomainEvents {
    'person.renamed': PersonRenamed;
  }
}
