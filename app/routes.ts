import { index, prefix, type RouteConfig, route } from '@remix-run/route-config';

/** Every page of the product. Machine addresses stand in routes/machine/table.ts. */
export default [
  ...prefix(':lang', [
    index('routes/public/home.tsx'),
    route('courses', 'routes/public/courses.tsx'),
    route('courses/:course', 'routes/public/course.tsx'),
    route('learn', 'routes/learn/desk.tsx'),
    route('learn/:course', 'routes/learn/course.tsx'),
    route('learn/:course/:lesson', 'routes/learn/lesson.tsx'),
    route('verify', 'routes/public/verify.tsx'),
    route('verify/:serial', 'routes/public/verify-answer.tsx'),
    route('register', 'routes/public/register.tsx'),
    route('me/qualifications/:serial/certificate.pdf', 'routes/account/certificate-file.ts'),
    route('sign-in', 'routes/account/sign-in.tsx'),
    route('sign-in/code', 'routes/account/second-step.tsx'),
    route('sign-up', 'routes/account/sign-up.tsx'),
    route('sign-out', 'routes/account/sign-out.tsx'),
    route('reset-password', 'routes/account/request-reset.tsx'),
    route('reset-password/:code', 'routes/account/reset-password.tsx'),
    route('confirm-email/:code', 'routes/account/confirm-email.tsx'),
    route('account', 'routes/account/account.tsx'),
    route('account/second-factor', 'routes/account/factor-set-up.tsx'),
    route('account/export', 'routes/account/export-data.ts'),
    route('admin/people', 'routes/admin/people-list.tsx'),
    route('admin/people/:account', 'routes/admin/person.tsx'),
    route('admin/jobs', 'routes/admin/failed-jobs.tsx'),
    route('admin/audit', 'routes/admin/audit-log.tsx'),
    route('admin/outbox', 'routes/admin/outbox-list.tsx'),
    route('*', 'routes/public/not-found.tsx'),
  ]),
] satisfies RouteConfig;
