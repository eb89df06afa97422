import { listCourseTitles } from '~/domain/catalogue/list-course-titles.server';
import { ruleSetInput } from '~/domain/frameworks/inputs';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { lockOpenAmendment, saveContent } from './data/amendments.server';
import { fingerprintOf } from './data/fingerprint.server';
import { addAct, requireAmender, requireOf } from './data/open-case.server';
import type { DraftEdit } from './inputs';
import { obstacle } from './rules/amendment-state';
import { componentSource } from './rules/component-edit';
import { editedDraft, type PreparedEdit } from './rules/draft-edit';

/** A result of a quiz lies above the pass mark: whoever completed the course has that anyway. */
async function requireQuiz(ctx: Ctx, { course, amount }: Extract<DraftEdit, { part: 'requirement' }>) {
  if (!course || !amount) return;
  const found = (await listCourseTitles(ctx, { slugs: [course] })).get(course);
  if (!found) throw new DomainError('invalid', 'amendments.unknown-course', { field: 'course' });
  if (!found.quiz) throw new DomainError('invalid', 'amendments.no-quiz', { field: 'course' });
  const { passPercent: pass } = found.quiz;
  if (amount <= pass || amount > 100)
    throw new DomainError('invalid', 'amendments.percent', { field: 'amount', params: { pass } });
}

/** The part with what only the catalogue knows: which condition a course gives. */
async function prepared(ctx: Ctx, edit: DraftEdit): Promise<PreparedEdit> {
  if (edit.part === 'requirement' && edit.kind === 'quiz-score') await requireQuiz(ctx, edit);
  if (edit.part !== 'component') return edit;
  const slug = /^course:(.+)$/.exec(edit.source)?.[1];
  const courses = await listCourseTitles(ctx, { slugs: slug ? [slug] : [] });
  return { ...edit, ...componentSource(edit.source, slug ? courses.get(slug)?.component : undefined) };
}

/**
 * Changes one part of the open draft of a level. The same form sent twice counts once; one that was filled in before
 * somebody else's change is refused. Throws `amendments.not-a-registrar`, `amendments.not-found`,
 * `amendments.already-proposed`, `amendments.changed-meanwhile`, `amendments.no-quiz`, `amendments.percent` and what rules/draft-edit.ts and rules/component-edit.ts say of fields.
 */
export async function editDraft(ctx: Ctx, input: { level: string; edit: DraftEdit }): Promise<void> {
  const { edit } = input;
  const { actor, level } = await requireAmender(ctx, input.level);
  const actorId = actor.accountId;
  await inTransaction(ctx, async (tx) => {
    const draft = requireOf(await lockOpenAmendment(tx.db, level.id), level);
    const { content, acts } = draft;
    if (!content) throw new DomainError('not-found', 'amendments.not-found');
    const problem = obstacle('edit', acts, actorId);
    if (problem) throw new DomainError('conflict', problem);
    const sent = fingerprintOf(edit);
    const last = acts.at(-1);
    if (last?.sent === sent && last.actorId === actorId) return;
    if (edit.seen !== fingerprintOf(content))
      throw new DomainError('conflict', 'amendments.changed-meanwhile');
    const author = { by: actorId, at: tx.clock.now() };
    const edited = ruleSetInput.parse(editedDraft(content, await prepared(tx, edit), author));
    if (fingerprintOf(edited) === fingerprintOf(content)) return;
    await saveContent(tx.db, draft.id, edited);
    await addAct(tx, draft, { act: 'edit', actorId, sent });
    await recordAct(tx, {
      act: 'amendments.draft-edited',
      subject: { type: 'amendment', id: draft.id },
      detail: { level: level.slug, part: edit.part, before: content, after: edited },
    });
  });
}
