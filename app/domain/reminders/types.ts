import type { LocalDate } from '~/platform/local-date';

/** How many days before the end a reminder goes out. */
export type Distance = 60 | 14 | 1;

/** Something of one licence period that ends. */
export type Ending = {
  periodId: string;
  /** 'licence', or the kind of the condition. */
  subject: string;
  levelId: string;
  ruleSetVersionId: string;
  /** The first day on which renewal is possible. */
  windowOpens: LocalDate | null;
};

export type ReminderRow = {
  periodId: string;
  personId: string;
  subject: string;
  /** The last day on which it is valid. */
  endsOn: LocalDate;
  distance: Distance;
};
