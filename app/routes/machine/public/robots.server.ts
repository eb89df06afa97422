import type { MachineHandler } from '../machine-handler';

/** Places that hold nothing to find, or somebody's own matters. */
const CLOSED = [
  '/*/account',
  '/*/learn',
  '/*/me/',
  '/*/studio/',
  '/*/assess',
  '/*/office/',
  '/*/admin/',
  '/*/verify/',
  '/*/search',
  '/*/sign-in',
  '/*/sign-up',
  '/*/reset-password',
  '/media/',
  '/v/',
];

/** `GET /robots.txt`: what crawlers leave alone, and where the map of the site lies. */
export const robots: MachineHandler = async (_req, res, { config }) => {
  const lines = [
    'User-agent: *',
    ...CLOSED.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${config.publicUrl}/sitemap.xml`,
  ];
  res
    .type('text/plain')
    .set('Cache-Control', 'public, max-age=3600')
    .send(`${lines.join('\n')}\n`);
};
