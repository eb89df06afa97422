import { listSnapshots } from '~/domain/credentials/list-snapshots.server';
import { LANGS } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { addDays } from '~/platform/local-date';
import { countBySerial } from './data/badges.server';
import type { SignMissingBadgesInput } from './inputs';
import { signMissingBadgesJob } from './jobs.server';
import { signBadges } from './sign-badges.server';

/** So many documents are looked at in one job. */
const PAGE = 50;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Body of the job `proofs.sign-missing-badges`: looks at one page of all documents, signs the badges they lack, and calls for
 * the next page. Daily: for itself too, a day later, once however often it is asked.
 */
export async function signMissingBadges(ctx: Ctx, { isDaily, after }: SignMissingBadgesInput): Promise<void> {
  if (isDaily) {
    const startAfter = new Date(ctx.clock.now().getTime() + DAY_MS);
    const singletonKey = addDays(ctx.clock.today('Asia/Almaty'), 1);
    await ctx.jobs.enqueue(signMissingBadgesJob, { isDaily }, { startAfter, singletonKey });
  }
  const page = await listSnapshots(ctx, { after: after ?? null, take: PAGE });
  const counts = await countBySerial(
    ctx.db,
    page.map(({ serial }) => serial),
  );
  const last = page.length === PAGE ? page.at(-1)?.id : undefined;
  if (last)
    await ctx.jobs.enqueue(signMissingBadgesJob, { isDaily: false, after: last }, { singletonKey: last });
  const faults: unknown[] = [];
  for (const { id, serial } of page)
    if ((counts.get(serial) ?? 0) < LANGS.length)
      await signBadges(ctx, { credentialId: id }).catch((error: unknown) => faults.push(error));
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} documents have no badge`);
}
