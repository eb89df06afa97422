import { getCourse } from '~/domain/catalogue/get-course.server';
import { getTheme } from '~/domain/catalogue/get-theme.server';
import { listPaths } from '~/domain/catalogue/list-paths.server';
import { getExternal } from '~/domain/externals/get-external.server';
import { getTechnique } from '~/domain/lexicon/get-technique.server';
import { getInstructor } from '~/domain/partners/get-instructor.server';
import { getRecording } from '~/domain/recordings/get-recording.server';
import { getSeminar } from '~/domain/seminars/get-seminar.server';
import { type LocalizedText, plainText } from '~/i18n/content';
import { formatters } from '~/i18n/format';
import type { MessageKey } from '~/i18n/resources';
import { translator } from '~/i18n/translate';
import type { Ctx } from '~/platform/context';
import type { PreviewWords } from '~/platform/pictures/draw-preview.server';
import { findPublicPage, type PageParams } from '~/web/head/public-pages';

type Words = Pick<PreviewWords, 'title'> & Partial<PreviewWords>;
type Source = (ctx: Ctx, params: PageParams) => Promise<Words | null>;

/** A page without a record: its heading and the sentence beneath. */
const page =
  (title: MessageKey, line: MessageKey): Source =>
  async ({ lang }) => ({ title: translator(lang)(title), line: translator(lang)(line) });

/** The page of a record: what kind it is, its title, a sentence. */
const record = (ctx: Ctx, kind: MessageKey, title: LocalizedText, line: LocalizedText, fact = ''): Words => ({
  kicker: [translator(ctx.lang)(kind), fact].filter(Boolean).join(' · '),
  title: plainText(title, ctx.lang),
  line: plainText(line, ctx.lang),
});

/** The sign stands beside the name, in kanji; the name in the reader's letters. */
async function techniqueWords(ctx: Ctx, { technique: id = '' }: PageParams): Promise<Words> {
  const { names, meaning, class: ofClass } = await getTechnique(ctx, { id });
  const name = { ja: names.kana, en: names.romaji, kk: names.cyrillic, ru: names.cyrillic }[ctx.lang];
  return {
    kicker: translator(ctx.lang)(`lexicon:class.${ofClass}`),
    title: name,
    line: plainText(meaning, ctx.lang),
    sign: names.kanji,
  };
}

async function courseWords(ctx: Ctx, { course: slug = '' }: PageParams): Promise<Words> {
  const { title, summary, hours } = await getCourse(ctx, { slug });
  return record(ctx, 'catalogue:preview.course', title, summary, formatters(ctx.lang).hours(hours));
}

async function pathWords(ctx: Ctx, { path: slug = '' }: PageParams): Promise<Words | null> {
  const [path] = await listPaths(ctx, { slug });
  return path ? record(ctx, 'catalogue:path.title', path.title, path.summary) : null;
}

async function seminarWords(ctx: Ctx, { seminar: slug = '' }: PageParams): Promise<Words> {
  const { title, summary, startsAt } = await getSeminar(ctx, { slug });
  return record(ctx, 'seminars:title', title, summary, formatters(ctx.lang).date(startsAt));
}

/** What the picture of each page says; every row of head/public-pages that may be found has its own here. */
export const PREVIEW_SOURCES: Readonly<Record<string, Source>> = {
  '/': page('catalogue:home.heading', 'catalogue:home.words'),
  '/courses': page('catalogue:list.title', 'catalogue:list.lead'),
  '/courses/:course': courseWords,
  '/techniques': page('lexicon:list.title', 'lexicon:list.description'),
  '/techniques/:technique': techniqueWords,
  '/glossary': page('lexicon:terms.title', 'lexicon:terms.description'),
  '/methodologies': page('catalogue:theme.title', 'catalogue:theme.lead'),
  '/methodologies/:theme': async (ctx, { theme: slug = '' }) => {
    const { title, summary } = await getTheme(ctx, { slug });
    return record(ctx, 'catalogue:theme.title', title, summary);
  },
  '/paths': page('catalogue:path.title', 'catalogue:path.lead'),
  '/paths/:path': pathWords,
  '/seminars': page('seminars:title', 'seminars:lead'),
  '/seminars/:seminar': seminarWords,
  '/recordings': page('recordings:title', 'recordings:lead'),
  '/recordings/:recording': async (ctx, { recording: slug = '' }) => {
    const { title, credit } = await getRecording(ctx, { slug });
    return record(ctx, 'recordings:title', title, credit);
  },
  '/partners': page('partners:title', 'partners:lead'),
  '/instructors/:instructor': async (ctx, { instructor: slug = '' }) => {
    const { credit, about, organisation } = await getInstructor(ctx, { slug });
    const kicker = organisation ? plainText(organisation, ctx.lang) : '';
    return { kicker, title: plainText(credit, ctx.lang), line: plainText(about, ctx.lang) };
  },
  '/qualifications': page('frameworks:page.title', 'frameworks:page.lead'),
  '/qualifications/others/:external': async (ctx, { external: slug = '' }) => {
    const { name, issuer } = await getExternal(ctx, { slug });
    return record(ctx, 'externals:list.title', name, issuer);
  },
  '/code': page('conduct:title', 'conduct:lead'),
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
  const words = found && source ? await source(ctx, found.params) : null;
  return words && { lang: ctx.lang, kicker: '', line: '', sign: '', ...words };
}
