import type { LocalDate } from '~/platform/local-date';

/** What is known of a person beside the name; `iinHash` stands for the number wherever it is only compared. */
export type Identity = {
  personId: string;
  iinHash: string | null;
  /** As a table of the office told it; what the person gave is for ages alone. */
  birthOn: LocalDate | null;
};
