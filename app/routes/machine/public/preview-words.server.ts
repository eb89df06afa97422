import { getCourse } from '~/domain/catalogue/get-course.server';
import { plainText } from '~/i18n/content';
import { formatters } from '~/i18n/format';
import type { MessageKey } from '~/i18n/resources';
import { translator } from '~/i18n/translate';
import type { Ctx } from '~/platform/context';
import type { PreviewWords } from '~/platform/pictures/draw-preview.server';
import { findPublicPage, type PageParams } from '~/web/head/public-pages';

type Words = Pick<PreviewWords, 'title'> & Partial<PreviewWords>;
type Source = (ctx: Ctx, params: PageParams) => Promise<Words>;

/** A page without a record: its heading and the sentence beneath. */
const page =
  (title: MessageKey, line: MessageKey): Source =>
  async ({ lang }) => ({ title: translator(lang)(title), line: translator(lang)(line) });

/** What the picture of each page says; every row of head/public-pages that may be found has its own here. */
export const PREVIEW_SOURCES: Readonly<Record<string, Source>> = {
  '/': page('catalogue:home.heading', 'catalogue:home.words'),
  '/courses': page('catalogue:list.title', 'catalogue:list.lead'),
  '/courses/:course': async (ctx, { course: slug = '' }) => {
    const [course, t] = [await getCourse(ctx, { slug }), translator(ctx.lang)];
    return {
      kicker: `${t('catalogue:preview.course')} · ${formatters(ctx.lang).hours(course.hours)}`,
      title: plainText(course.title, ctx.lang),
      line: plainText(course.summary, ctx.lang),
    };
  },
  '/qualifications': page('frameworks:page.title', 'frameworks:page.lead'),
  '/register': page('credentials:register.title', 'credentials:register.lead'),
  '/about': page('about:page.about.title', 'about:page.about.lead'),
  '/accessibility': page('about:page.accessibility.title', 'about:page.accessibility.lead'),
  '/privacy': page('about:page.privacy.title', 'about:page.privacy.lead'),
  '/verify': page('credentials:verify.title', 'credentials:verify.lead'),
};

/** The words of a page's picture; null where the address is no page that may be found. Throws not-found. */
export async function previewWords(ctx: Ctx, path: string): Promise<PreviewWords | null> {
  const found = findPublicPage(path);
  const source = found && !found.page.noindex ? PREVIEW_SOURCES[found.page.path] : undefined;
  if (!found || !source) return null;
  return { lang: ctx.lang, kicker: '', line: '', sign: '', ...(await source(ctx, found.params)) };
}
