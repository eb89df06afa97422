import { getCourse } from '~/domain/catalogue/get-course.server';
import { getTheme } from '~/domain/catalogue/get-theme.server';
import { listPaths } from '~/domain/catalogue/list-paths.server';
import { getInstructor } from '~/domain/partners/get-instructor.server';
import { getRecording } from '~/domain/recordings/get-recording.server';
import { getSeminar } from '~/domain/seminars/get-seminar.server';
import { type LocalizedText, plainText } from '~/i18n/content';
import { formatters } from '~/i18n/format';
import type { MessageKey } from '~/i18n/resources';
import { translator } from '~/i18n/translate';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import type { PreviewWords } from '~/platform/pictures/draw-preview.server';
import { findPublicPage, type PageParams } from '~/web/head/public-pages';

type Words = Pick<PreviewWords, 'title'> & Partial<PreviewWords>;
type Source = (ctx: Ctx, params: PageParams) => Promise<Words>;

/** A page without a record: its heading and the sentence beneath. */
const page =
  (title: MessageKey, line: MessageKey): Source =>
  async ({ lang }) => ({ title: translator(lang)(title), line: translator(lang)(line) });

/** A record by its title and its one sentence, under the name of its list. */
const told = ({ lang }: Ctx, list: MessageKey, record: { title: LocalizedText; summary: LocalizedText }): Words => ({
  kicker: translator(lang)(list),
  title: plainText(record.title, lang),
  line: plainText(record.summary, lang),
});

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
  '/methodologies': page('catalogue:theme.title', 'catalogue:theme.lead'),
  '/methodologies/:theme': async (ctx, { theme: slug = '' }) => told(ctx, 'catalogue:theme.title', await getTheme(ctx, { slug })),
  '/paths': page('catalogue:path.title', 'catalogue:path.lead'),
  '/paths/:path': async (ctx, { path: slug = '' }) => {
    const [path] = await listPaths(ctx, { slug });
    if (!path) throw new DomainError('not-found', 'catalogue.no-such-path');
    return told(ctx, 'catalogue:path.title', path);
  },
  '/seminars': page('seminars:title', 'seminars:lead'),
  '/seminars/:seminar': async (ctx, { seminar: slug = '' }) => told(ctx, 'seminars:title', await getSeminar(ctx, { slug })),
  '/recordings': page('recordings:title', 'recordings:lead'),
  '/recordings/:recording': async (ctx, { recording: slug = '' }) => {
    const { title, credit } = await getRecording(ctx, { slug });
    return told(ctx, 'recordings:title', { title, summary: credit });
  },
  '/partners': page('partners:title', 'partners:lead'),
  '/instructors/:instructor': async (ctx, { instructor: slug = '' }) => {
    const { credit, about } = await getInstructor(ctx, { slug });
    return told(ctx, 'partners:instructors', { title: credit, summary: about });
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
