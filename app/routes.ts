import { index, prefix, type RouteConfig, route } from '@remix-run/route-config';

/** Every page of the product. Machine addresses stand in routes/machine/table.ts. */
export default [
  ...prefix(':lang', [
    index('routes/public/home.tsx'),
    route('verify', 'routes/public/verify.tsx'),
    route('verify/:serial', 'routes/public/verify-answer.tsx'),
    route('register', 'routes/public/register.tsx'),
    route('me/qualifications/:serial/certificate.pdf', 'routes/account/certificate-file.ts'),
    route('*', 'routes/public/not-found.tsx'),
  ]),
] satisfies RouteConfig;
