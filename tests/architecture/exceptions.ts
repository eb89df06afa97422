/** A lawful breach of one rule: `rule` as printed, `file` as printed, `what` a part of the finding; `reason` is for readers. */
export type Exception = { rule: string; file: string; what?: string; reason: string };

export const EXCEPTIONS: Exception[] = [
  {
    rule: 'names: no barrels',
    file: 'app/platform/db/client.ts',
    reason: 'the one door to the generated client, so that its place and shape stay unknown elsewhere',
  },
  {
    rule: "tables: a domain's data touches only its own tables",
    file: 'app/domain/credentials/data/facts.server.ts',
    what: 'of licensing',
    reason:
      'verification is the busiest read: one statement for one serial, along the declared arrow to licensing',
  },
  {
    rule: "tables: a domain's data touches only its own tables",
    file: 'app/domain/applications/data/application-list.server.ts',
    what: 'touches holder of licensing',
    reason: 'the queue filters and pages by the names that licensing keeps, along the declared arrow to it',
  },
  {
    rule: "tables: a domain's data touches only its own tables",
    file: 'app/domain/applications/data/next-renewals.server.ts',
    what: 'of licensing',
    reason:
      'who would be renewed under rules that are still to come: filtered, counted and paged by the last days that licensing keeps',
  },
  {
    rule: "tables: a domain's data touches only its own tables",
    file: 'app/domain/sanctions/data/proposal-list.server.ts',
    what: 'of licensing',
    reason:
      'the queue is scoped and paged by the holder that licensing keeps, along the declared arrow to it',
  },
  {
    rule: "tables: a domain's data touches only its own tables",
    file: 'app/domain/appeals/data/appeal-list.server.ts',
    what: 'touches holder of licensing',
    reason:
      'the queue is scoped and paged by the holder that licensing keeps, along the declared arrow to it',
  },
  {
    rule: "tables: a domain's data touches only its own tables",
    file: 'app/domain/conduct/data/holder-counts.server.ts',
    what: 'of licensing',
    reason:
      'how many holders of licences have accepted a code: counted where licensing keeps them, along the declared arrow to it',
  },
  {
    rule: "tables: a domain's data touches only its own tables",
    file: 'app/domain/unions/data/move-rows.server.ts',
    reason:
      'a joining changes whose every row of a person is and nothing else of it: one list says so for every table, held to the database by a test',
  },
  {
    rule: "tables: a domain's data touches only its own tables",
    file: 'app/domain/unions/data/owned-tables.ts',
    reason: 'the list of all tables whose rows belong to a person, with what hangs on what',
  },
  {
    rule: "tables: a domain's data touches only its own tables",
    file: 'app/domain/unions/data/special-rows.server.ts',
    reason: 'what two records of one human may not both have is settled where the rows change owner',
  },
  {
    rule: "tables: a domain's data touches only its own tables",
    file: 'app/domain/unions/data/enrolments.server.ts',
    reason: 'rounds of one course are numbered anew where the rows change owner',
  },
  {
    rule: "tables: a domain's data touches only its own tables",
    file: 'app/domain/unions/data/obstacles.server.ts',
    reason:
      'what stands in the way of joining and parting lies in rows of several domains: one statement sees it under the locks',
  },
  {
    rule: "tables: a domain's data touches only its own tables",
    file: 'app/domain/unions/data/unions.server.ts',
    reason: 'joinings lock both people before anything moves',
  },
];
