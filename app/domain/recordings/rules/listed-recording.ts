import { type Audience, audienceSchema } from '~/domain/media/inputs';
import { type LocalizedText, readText } from '~/i18n/content';

export type ListedRecording = {
  id: string;
  slug: string;
  assetId: string;
  title: LocalizedText;
  credit: LocalizedText;
  audience: Audience['kind'];
};

type Row = { id: string; slug: string; assetId: string; title: unknown; credit: unknown; audience: unknown };

/** What lists say about a recording beside the facts of its asset. */
export const toListed = ({ id, slug, assetId, title, credit, audience }: Row): ListedRecording => ({
  id,
  slug,
  assetId,
  title: readText(title),
  credit: readText(credit),
  audience: audienceSchema.parse(audience).kind,
});
