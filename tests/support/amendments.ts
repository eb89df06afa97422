import { decideAmendment } from '~/domain/amendments/decide-amendment.server';
import { editDraft } from '~/domain/amendments/edit-draft.server';
import { getRulebook } from '~/domain/amendments/get-rulebook.server';
import type { DraftEdit } from '~/domain/amendments/inputs';
import { openDraft } from '~/domain/amendments/open-draft.server';
import { proposeAmendment } from '~/domain/amendments/propose-amendment.server';
import type { OpenAmendment } from '~/domain/amendments/types';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';

type WithoutSeen<E> = E extends DraftEdit ? Omit<E, 'seen'> : never;
export type PartOfDraft = WithoutSeen<DraftEdit>;

/** What the pages of a level's rules do, by their use cases. */
export const amending = (as: (actor: Actor | null) => Ctx, level: string) => {
  const open = async (actor: Actor): Promise<OpenAmendment> => {
    const found = (await getRulebook(as(actor), { level })).open;
    if (!found) throw new Error(`No amendment of ${level} is open`);
    return found;
  };
  const edit = async (actor: Actor, part: PartOfDraft): Promise<void> => {
    const { fingerprint } = await open(actor);
    await editDraft(as(actor), { level, edit: { ...part, seen: fingerprint } as DraftEdit });
  };
  const propose = async (actor: Actor): Promise<void> => {
    const { id, fingerprint } = await open(actor);
    await proposeAmendment(as(actor), { level, amendmentId: id, seen: fingerprint, note: '' });
  };
  const approve = async (actor: Actor) => {
    const { id, fingerprint } = await open(actor);
    return decideAmendment(as(actor), {
      act: 'approve',
      level,
      amendmentId: id,
      seen: fingerprint,
      note: '',
    });
  };
  return { open, edit, propose, approve, begin: (actor: Actor) => openDraft(as(actor), { level }) };
};

/** First day, expiry and spans as the form has them. */
export const terms = (changes: Partial<Extract<PartOfDraft, { part: 'terms' }>> = {}) => ({
  part: 'terms' as const,
  effectiveFrom: '2027-01-01',
  expiry: 'months' as const,
  span: 12,
  windowMonths: 3,
  graceMonths: 3,
  cutOffDays: 0,
  keysRequired: '1' as const,
  ...changes,
});

/** Points of courses, as the form has them. */
export const points = (total: number) => ({
  part: 'points' as const,
  asked: true,
  total,
  carryOver: 2,
  least: { course: 4, seminar: null, practical: null, placement: null, other: null },
  most: { course: null, seminar: null, practical: null, placement: null, other: null },
});
