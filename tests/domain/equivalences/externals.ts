import { decideClaim } from '~/domain/claims/decide-claim.server';
import { handInClaim } from '~/domain/claims/hand-in-claim.server';
import type { HandInInput } from '~/domain/claims/inputs';
import { decideEquivalence } from '~/domain/equivalences/decide-equivalence.server';
import type { ProposeInput } from '~/domain/equivalences/inputs';
import { proposeEquivalence } from '~/domain/equivalences/propose-equivalence.server';
import { defineExternal } from '~/domain/externals/define-external.server';
import { authored } from '~/i18n/content';
import type { Actor } from '~/platform/actor';
import { newId } from '~/platform/ids';
import type { Cast } from '../../support/cast';
import { firstAid } from '../../support/papers';

const text = (words: string) => authored('en', { en: words });

/** Two levels of another body, and its dan grades as a family of their own. */
export async function defineExternals(cast: Cast): Promise<void> {
  const facts = { path: '/kjf/', issuer: text('Others'), country: null, note: text('Note') };
  const source = 'https://example.org/papers';
  const level = (slug: string, rank: number, grade: number | null = null) => ({
    ...{ slug, rank, grade, name: text(slug.toUpperCase()), note: text('') },
  });
  const ctx = cast.as(cast.registrar);
  await defineExternal(ctx, {
    ...{ ...facts, slug: 'others', position: 1, name: text('Others'), source },
    levels: [level('other-c', 1), level('other-b', 2)],
  });
  await defineExternal(ctx, {
    ...{ ...facts, slug: 'house', position: 2, name: text('House'), source },
    levels: [level('house-1', 1, 1), level('house-2', 2, 2)],
  });
}

export const externalPaper = (facts: Partial<HandInInput> = {}): HandInInput =>
  firstAid({
    ...{ kind: 'external-credential', external: 'other-c', title: null, issuer: 'Others' },
    ...{ issuedOn: '2025-01-10', validUntil: '2027-03-31', ...facts },
  });

/** Hands a paper in and has the registrar confirm it as it was typed. */
export async function confirmedPaper(cast: Cast, coach: Actor, input = externalPaper()): Promise<string> {
  const { claimId } = await handInClaim(cast.as(coach), input);
  const { issuer, number, issuedOn, validUntil, external } = input;
  const read = {
    issuer,
    number: number ?? '',
    issuedOn,
    validUntil: validUntil ?? '',
    external: external ?? '',
  };
  await decideClaim(cast.as(cast.registrar), { act: 'confirm', claimId, note: '', ...read });
  return claimId;
}

export const proposal = (facts: Partial<ProposeInput> = {}): ProposeInput => ({
  submissionKey: newId(),
  external: 'other-c',
  level: 'two',
  counts: ['course:safe'],
  conditions: { kk: '', ru: 'Стаж не меньше года', ja: '', en: 'A year of teaching' },
  validFrom: '2026-11-01',
  validUntil: '',
  reason: 'Same hours',
  document: 'Minutes 4',
  ...facts,
});

/** An equivalence with both keys. */
export async function confirmedEquivalence(cast: Cast, facts: Partial<ProposeInput> = {}): Promise<string> {
  const { equivalenceId } = await proposeEquivalence(cast.as(cast.registrar), proposal(facts));
  await decideEquivalence(cast.as(cast.secondRegistrar), { equivalenceId, act: 'confirm', note: '' });
  return equivalenceId;
}
