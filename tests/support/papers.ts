import type { HandInInput } from '~/domain/claims/inputs';
import { newId } from '~/platform/ids';
import { pngPaper } from './paper-bytes';

/** A first-aid certificate as a coach hands it in; each call is another one. */
export const firstAid = (facts: Partial<HandInInput> = {}): HandInInput => ({
  submissionKey: newId(),
  kind: 'first-aid',
  title: null,
  issuer: 'Қызыл Жарты ай',
  number: 'ПП-2026/17',
  nameOnPaper: 'Әлия Досова',
  issuedOn: '2026-10-01',
  validUntil: '2028-09-30',
  note: '',
  files: [{ name: 'Куәлік.png', bytes: pngPaper() }],
  ...facts,
});

export const danGrade = (facts: Partial<HandInInput> = {}): HandInInput =>
  firstAid({
    kind: 'dan-grade',
    grade: 3,
    issuer: 'Кодокан',
    issuedOn: '2019-05-05',
    validUntil: null,
    ...facts,
  });
