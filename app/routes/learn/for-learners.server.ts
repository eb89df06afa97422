import { data } from '@remix-run/node';
import { findCurrentVersion } from '~/domain/catalogue/find-current-version.server';
import { type LocalizedText, plainText } from '~/i18n/content';
import { isDomainError } from '~/platform/errors';
import type { LoadArgs } from '~/web/handlers.server';

/**
 * Loads a page of a course for its learner. Somebody who is not enrolled gets status 404 and a page that leads to the
 * course, instead of a bare error; an unknown course stays not found.
 */
export async function forLearners<T extends { title: LocalizedText }>(
  { ctx, params, t }: LoadArgs,
  load: (slug: string) => Promise<T>,
) {
  const slug = params.course ?? '';
  try {
    const study = await load(slug);
    return data({ slug, title: plainText(study.title, ctx.lang), study }, { status: 200 });
  } catch (error) {
    if (!isDomainError(error) || error.code !== 'learning.not-enrolled') throw error;
    if (!(await findCurrentVersion(ctx, { slug }))) throw error;
    return data({ slug, title: t('learning:not-enrolled.title'), study: null }, { status: 404 });
  }
}
