import type { LocalDate } from '~/platform/local-date';

/** A cell of a file: words, or a day as a day. */
export type Cell = string | { day: LocalDate };
