import { readText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { indexDocument } from '~/platform/search/index-document.server';
import { themeDocument } from '../rules/search-documents';
import { findTheme } from './themes.server';

/** Writes a methodology into the search index. Inside a transaction. */
export async function indexTheme(tx: Ctx, { slug }: { slug: string }): Promise<void> {
  const theme = await findTheme(tx.db, slug);
  if (!theme) return;
  const { id, techniqueIds } = theme;
  const texts = {
    title: readText(theme.title),
    summary: readText(theme.summary),
    essay: readText(theme.essay),
  };
  await indexDocument(tx, themeDocument({ id, slug, techniqueIds, ...texts }));
}
