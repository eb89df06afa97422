import type { Role } from './sample-facts';

/** At most so many SQL statements for one page, read by this role, session and language included. */
export type Budget = { path: string; as: Role; statements: number };

/** `:name` stands for the values of sample-facts.ts; `?x` keeps the page out of the cache of whole pages. */
export const BUDGETS: readonly Budget[] = [
  { path: '/:lang?x', as: 'visitor', statements: 8 },
  { path: '/:lang/about?x', as: 'visitor', statements: 2 },
  { path: '/:lang/accessibility?x', as: 'visitor', statements: 2 },
  { path: '/:lang/privacy?x', as: 'visitor', statements: 2 },
  { path: '/:lang/courses?x', as: 'visitor', statements: 8 },
  { path: '/:lang/courses/:course?x', as: 'visitor', statements: 16 },
  { path: '/:lang/qualifications?x', as: 'visitor', statements: 6 },
  { path: '/:lang/register?x', as: 'visitor', statements: 2 },
  { path: '/:lang/verify/:serial', as: 'visitor', statements: 2 },
  { path: '/:lang/sign-in', as: 'visitor', statements: 1 },
  { path: '/:lang/courses', as: 'coach', statements: 10 },
  { path: '/:lang/courses/:course', as: 'coach', statements: 19 },
  { path: '/:lang/learn', as: 'coach', statements: 21 },
  { path: '/:lang/learn', as: 'coach2', statements: 23 },
  { path: '/:lang/learn/:course', as: 'coach', statements: 8 },
  { path: '/:lang/learn/:course/:lesson', as: 'coach', statements: 13 },
  { path: '/:lang/me/qualifications', as: 'coach', statements: 21 },
  { path: '/:lang/me/qualifications', as: 'coach2', statements: 23 },
  { path: '/:lang/me/qualifications/:level', as: 'coach', statements: 13 },
  { path: '/:lang/me/evidence', as: 'coach', statements: 11 },
  { path: '/:lang/account', as: 'coach', statements: 13 },
  { path: '/:lang/assess', as: 'assessor', statements: 17 },
  { path: '/:lang/office/applications', as: 'registrar', statements: 9 },
  { path: '/:lang/office/applications/:id', as: 'registrar', statements: 19 },
  { path: '/:lang/office/register', as: 'registrar', statements: 11 },
  { path: '/:lang/admin/people', as: 'admin', statements: 3 },
  { path: '/:lang/admin/people/:account', as: 'admin', statements: 9 },
  { path: '/:lang/admin/audit', as: 'admin', statements: 5 },
  { path: '/:lang/admin/jobs', as: 'admin', statements: 4 },
  { path: '/:lang/admin/outbox', as: 'admin', statements: 3 },
  { path: '/api/v1/credentials/:serial', as: 'visitor', statements: 1 },
  { path: '/api/v1/courses', as: 'visitor', statements: 3 },
];
