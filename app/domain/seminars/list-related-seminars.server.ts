import { type LocalizedText, readText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { listRelated } from './data/seminars.server';
import { zonesOf } from './rules/seminar-time';

export type RelatedSeminar = {
  slug: string;
  title: LocalizedText;
  startsAt: Date;
  endsAt: Date;
  zones: string[];
};

/** Public seminars that a recording comes from, or that an instructor (by account) taught; the last one first. */
export async function listRelatedSeminars(
  ctx: Ctx,
  by: { recordingId: string } | { accountId: string },
): Promise<RelatedSeminar[]> {
  const rows = await listRelated(ctx.db, by);
  return rows.map(({ slug, title, startsAt, endsAt, zone }) => ({
    slug,
    title: readText(title),
    startsAt,
    endsAt,
    zones: zonesOf(zone),
  }));
}
