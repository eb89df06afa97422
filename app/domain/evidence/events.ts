import type { LocalDate } from '~/platform/local-date';
import type { EvidenceType } from './types';

/** Somebody stands for a new claim about a person. With `component` and `validUntil` it is a condition of licences. */
export type EvidenceConfirmed = {
  evidenceId: string;
  personId: string;
  evidenceType: EvidenceType;
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
