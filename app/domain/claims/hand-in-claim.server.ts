import { plainText } from '~/i18n/content';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import { type CheckedFile, checkFiles } from './data/check-files.server';
import { chooseExternal } from './data/choose-external.server';
import { saveClaimant } from './data/claimants.server';
import { countRecent, findSubmitted, insertClaim } from './data/claims.server';
import { removeSealed, storeSealed } from './data/sealed-files.server';
import { type HandedIn, type HandInInput, handInSchema } from './inputs';
import { dateProblem } from './rules/dates';

/** Undecided claims of one person, and claims of a day however they ended: more than anybody has papers. */
const MOST_OPEN = 20;
const DAY_MS = 86_400_000;

/**
 * The signed-in coach hands in a paper with its scans, which are stored encrypted. Sent twice, it is one claim. Throws
 * what check-files.server.ts and rules/dates.ts name, `claims.unknown-external`, `claims.too-many-open` and
 * `claims.person-not-found`.
 */
export async function handInClaim(ctx: Ctx, input: HandInInput): Promise<{ claimId: string }> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const claim = handInSchema.parse(input);
  const sent = await sentBefore(ctx, claim.submissionKey, actor.personId);
  if (sent) return { claimId: sent };
  const problem = dateProblem(claim.kind, claim, { today: ctx.clock.today('UTC'), confirming: false });
  if (problem) throw new DomainError('invalid', problem.code, { field: problem.field });
  await requireRoom(ctx, actor.personId);
  const paper = await named(ctx, claim);
  const files = await checkFiles(ctx, claim.files);
  const ids = files.map(({ file }) => file.id);
  const id = newId();
  try {
    for (const { file, content } of files) await storeSealed(ctx, file.id, content);
    if (await write(ctx, id, paper, files)) return { claimId: id };
  } catch (error) {
    await removeSealed(ctx, ids);
    throw error;
  }
  await removeSealed(ctx, ids);
  return { claimId: (await sentBefore(ctx, claim.submissionKey, actor.personId)) ?? id };
}

/** With the slug of its external level, and that level's name where the paper has no title of its own. */
async function named(ctx: Ctx, claim: HandedIn): Promise<HandedIn> {
  const level = await chooseExternal(ctx, claim);
  if (!level) return claim;
  const title = level.grade === null ? plainText(level.name, ctx.lang).slice(0, 200) : null;
  return { ...claim, external: level.slug, title };
}

/** Throws `claims.too-many-open`. */
async function requireRoom({ db, clock }: Ctx, personId: string): Promise<void> {
  const since = new Date(clock.now().getTime() - DAY_MS);
  if ((await countRecent(db, personId, since)) >= MOST_OPEN)
    throw new DomainError('conflict', 'claims.too-many-open', { params: { count: MOST_OPEN } });
}

/** The claim that stands under the key already. Throws when it is somebody else's. */
async function sentBefore(ctx: Ctx, submissionKey: string, personId: string): Promise<string | null> {
  const found = await findSubmitted(ctx.db, submissionKey);
  if (found && found.personId !== personId) throw new DomainError('conflict', 'claims.open-form-again');
  return found?.id ?? null;
}

/** False when another request with the same key was faster. */
function write(ctx: Ctx, id: string, claim: HandedIn, files: readonly CheckedFile[]): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const personId = tx.actor?.personId ?? '';
    const claimant = await tx.ports.describeHolder(tx, personId);
    if (!claimant) throw new DomainError('conflict', 'claims.person-not-found');
    // The claimant's row stays locked until the end: one person's papers are counted one after the other.
    await saveClaimant(tx.db, claimant);
    await requireRoom(tx, personId);
    const { files: _sent, ...facts } = claim;
    const isNew = await insertClaim(tx.db, {
      ...facts,
      id,
      personId,
      lang: tx.lang,
      handedInAt: tx.clock.now(),
      files: files.map(({ file }) => file),
    });
    if (!isNew) return false;
    await recordAct(tx, {
      act: 'claims.handed-in',
      subject: { type: 'claim', id },
      detail: { personId, kind: claim.kind, files: files.map(({ file }) => file.sha256) },
    });
    return true;
  });
}
