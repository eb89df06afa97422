import { listCoursesInput } from '~/domain/catalogue/inputs';
import { listCourses } from '~/domain/catalogue/list-courses.server';
import { listPaths } from '~/domain/catalogue/list-paths.server';
import { listThemes } from '~/domain/catalogue/list-themes.server';
import { listTechniquesInput } from '~/domain/lexicon/inputs';
import { listTechniques } from '~/domain/lexicon/list-techniques.server';
import { listInstructors } from '~/domain/partners/list-instructors.server';
import { listRecordings } from '~/domain/recordings/list-recordings.server';
import { listSeminars } from '~/domain/seminars/list-seminars.server';
import { DEFAULT_LANG, LANGS } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { buildContext } from '~/web/build-context.server';
import { pagePath } from '~/web/paths';
import type { MachineHandler } from './machine-handler';

const PAGES = [
  ...[
    '/',
    '/courses',
    '/techniques',
    '/glossary',
    '/methodologies',
    '/paths',
    '/seminars',
    '/recordings',
    '/partners',
  ],
  ...['/qualifications', '/register', '/verify'],
];

/** The protocol allows 50,000 addresses in one file; each page has one in every language. */
const MOST_PAGES = Math.floor(50_000 / LANGS.length);

async function coursePages(ctx: Ctx): Promise<string[]> {
  const pages: string[] = [];
  let after: string | undefined;
  do {
    const { courses, next } = await listCourses(ctx, listCoursesInput.parse({ after }));
    pages.push(...courses.map(({ slug }) => `/courses/${slug}`));
    after = next ?? undefined;
  } while (after !== undefined && pages.length < MOST_PAGES);
  return pages;
}

async function seminarPages(ctx: Ctx): Promise<string[]> {
  const pages: string[] = [];
  let after: string | undefined;
  do {
    const { upcoming, past, next } = await listSeminars(ctx, { after });
    pages.push(...[...upcoming, ...past].map(({ slug }) => `/seminars/${slug}`));
    after = next ?? undefined;
  } while (after !== undefined && pages.length < MOST_PAGES);
  return pages;
}

async function recordingPages(ctx: Ctx): Promise<string[]> {
  const pages: string[] = [];
  let after: string | undefined;
  do {
    const { recordings, next } = await listRecordings(ctx, { after });
    pages.push(...recordings.map(({ slug }) => `/recordings/${slug}`));
    after = next ?? undefined;
  } while (after !== undefined && pages.length < MOST_PAGES);
  return pages;
}

async function otherPages(ctx: Ctx): Promise<string[]> {
  const [themes, paths, instructors] = await Promise.all([
    listThemes(ctx),
    listPaths(ctx),
    listInstructors(ctx),
  ]);
  return [
    ...themes.map(({ slug }) => `/methodologies/${slug}`),
    ...paths.map(({ slug }) => `/paths/${slug}`),
    ...instructors.map(({ slug }) => `/instructors/${slug}`),
  ];
}

async function techniquePages(ctx: Ctx): Promise<string[]> {
  const { techniques } = await listTechniques(ctx, listTechniquesInput.parse({}));
  return techniques.map(({ id }) => `/techniques/${id}`);
}

function entries(publicUrl: string, page: string): string {
  const link = (lang: string, address: string) =>
    `<xhtml:link rel="alternate" hreflang="${lang}" href="${publicUrl}${address}"/>`;
  const alternates = [...LANGS.map((lang) => link(lang, pagePath(lang, page))), link('x-default', page)].join(
    '',
  );
  return LANGS.map((lang) => `<url><loc>${publicUrl}${pagePath(lang, page)}</loc>${alternates}</url>`).join(
    '\n',
  );
}

/** `GET /sitemap.xml`: the public pages in every language, each with its other languages. */
export const sitemap: MachineHandler = async (_req, res, services) => {
  const ctx = buildContext(services, { actor: null, lang: DEFAULT_LANG, requestId: res.locals.requestId });
  const lists = [
    await otherPages(ctx),
    await coursePages(ctx),
    await techniquePages(ctx),
    await seminarPages(ctx),
    await recordingPages(ctx),
  ];
  const pages = [PAGES, ...lists].flat().slice(0, MOST_PAGES);
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...pages.map((page) => entries(services.config.publicUrl, page)),
    '</urlset>',
  ].join('\n');
  res.type('application/xml').set('Cache-Control', 'public, max-age=3600').send(xml);
};
