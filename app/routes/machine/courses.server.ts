import type { z } from 'zod';
import { listCoursesInput } from '~/domain/catalogue/inputs';
import { listCourses } from '~/domain/catalogue/list-courses.server';
import { pickText } from '~/i18n/content';
import { DomainError } from '~/platform/errors';
import { buildContext } from '~/web/build-context.server';
import { type coursesAnswer, coursesQuery } from './courses-answer';
import type { MachineHandler } from './machine-handler';

/** `GET /api/v1/courses?q=&lang=&after=`: the catalogue for programs, one page. */
export const courses: MachineHandler = async (req, res, services) => {
  const query = coursesQuery.safeParse(req.query);
  if (!query.success) throw new DomainError('invalid', 'shell.bad-query');
  const { q, lang, after } = query.data;
  const ctx = buildContext(services, { actor: null, lang, requestId: res.locals.requestId });
  const page = await listCourses(ctx, listCoursesInput.parse({ q, after }));
  const answer: z.infer<typeof coursesAnswer> = {
    courses: page.courses.map(({ slug, title, level, hours, isOpen }) => {
      const picked = pickText(title, lang);
      return { id: slug, title: picked.text, title_lang: picked.lang, level, hours, open: isOpen };
    }),
    total: page.total,
    next: page.next,
  };
  res.set({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-cache' }).json(answer);
};
