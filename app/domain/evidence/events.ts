import type { LocalDate } from '~/platform/local-date';

/** Somebody stands for a new claim about a person. With `component` and `validUntil` it is a condition of licences. */
export type EvidenceConfirmed = {
  evidenceId: string;
  personId: string;
  type: string;
  ref: string;
  component: string | null;
  occurredOn: LocalDate;
  validUntil: LocalDate | null;
};

declare module '~/platform/events' {
  interface DomainEvents {
    'evidence.confirmed': EvidenceConfirmed;
  }
}
