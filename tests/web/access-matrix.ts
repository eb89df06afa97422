import { ROLES_OF_MATRIX, type Role } from './sample-facts';

/** What a reader gets: a status, the way to sign-in, or the way elsewhere on this site. */
export type Outcome = 200 | 204 | 400 | 401 | 403 | 404 | 405 | 422 | 'sign-in' | 'onward';

export type Row = Readonly<Record<Role, Outcome>>;

const all = (outcome: Outcome): Row =>
  Object.fromEntries(['visitor', ...ROLES_OF_MATRIX].map((role) => [role, outcome])) as Row;

const open = all(200);
const nobody = all(404);

/** Everybody who has signed in. */
const members: Row = { ...all(200), visitor: 'sign-in' };

/** These roles alone; others learn that they may not. */
const only = (...roles: Role[]): Row => ({
  ...all(403),
  visitor: 'sign-in',
  ...Object.fromEntries(roles.map((role) => [role, 200])),
});

/** A private record: for others than these it does not exist. */
const owned = (...roles: Role[]): Row => ({
  ...all(404),
  visitor: 'sign-in',
  ...Object.fromEntries(roles.map((role) => [role, 200])),
});

/** A course is studied by those who are enrolled: in the demo these. */
const studied = owned('coach', 'coach2', 'instructor', 'assessor', 'coordinator');

/** Forms that make sense only without a session lead members on. */
const visitors: Row = { ...all('onward'), visitor: 200 };

/** Every page by its pattern in app/routes.ts, opened by GET with the values of sample-facts.ts. */
export const PAGES: Readonly<Record<string, Row>> = {
  '/:lang': open,
  '/:lang/about': open,
  '/:lang/accessibility': open,
  '/:lang/privacy': open,
  '/:lang/courses': open,
  '/:lang/courses/:course': open,
  '/:lang/methodologies': open,
  '/:lang/methodologies/:theme': open,
  '/:lang/paths': open,
  '/:lang/paths/:path': open,
  '/:lang/seminars': open,
  '/:lang/seminars/:seminar': open,
  '/:lang/recordings': open,
  '/:lang/recordings/:recording': open,
  '/:lang/partners': open,
  '/:lang/instructors/:instructor': open,
  '/:lang/search': open,
  '/:lang/techniques': open,
  '/:lang/techniques/:id': open,
  '/:lang/glossary': open,
  '/:lang/qualifications': open,
  '/:lang/qualifications/others/:external': open,
  '/:lang/code': open,
  '/:lang/verify': open,
  '/:lang/verify/:serial': open,
  '/:lang/register': open,

  '/:lang/learn': members,
  '/:lang/learn/:course': studied,
  '/:lang/learn/:course/:lesson': studied,
  '/:lang/me/code': members,
  '/:lang/me/qualifications': members,
  '/:lang/me/qualifications/:level': members,
  '/:lang/me/qualifications/:level/equivalence': members,
  '/:lang/me/qualifications/:serial/certificate.pdf': owned('coach2', 'registrar'),
  '/:lang/me/awards/:qualification': owned('coach2'),
  '/:lang/me/qualifications/:serial/card.pdf': owned('coach2', 'registrar'),
  '/:lang/me/evidence': members,
  '/:lang/me/evidence/new': members,
  '/:lang/me/evidence/claims/:claim': owned('coach2'),
  '/:lang/me/evidence/claims/:claim/files/:file': owned('coach2'),

  '/:lang/sign-in': visitors,
  '/:lang/sign-in/code': { ...all('onward'), visitor: 'sign-in' },
  '/:lang/sign-up': visitors,
  '/:lang/sign-out': open,
  '/:lang/reset-password': open,
  '/:lang/reset-password/:code': nobody,
  '/:lang/confirm-email/:code': nobody,
  '/:lang/invitation/:code': nobody,
  '/:lang/account': members,
  '/:lang/account/second-factor': members,
  '/:lang/account/export': members,

  '/:lang/studio/recordings': only('editor', 'instructor'),
  '/:lang/studio/recordings/:recording': only('editor', 'instructor'),
  '/:lang/studio/lexicon': only('editor', 'instructor'),
  '/:lang/studio/lexicon/texts': only('editor', 'instructor'),
  '/:lang/studio/lexicon/:technique': only('editor', 'instructor'),
  '/:lang/studio/recordings/:recording/sounds': only('editor', 'instructor'),
  '/:lang/studio/recordings/:recording/captions': only('editor', 'instructor'),
  '/:lang/studio/recordings/:recording/captions/imports/:import': {
    ...only(),
    ...{ editor: 404, instructor: 404 },
  },
  '/:lang/studio/recordings/:recording/captions/:track': only('editor', 'instructor'),
  '/:lang/studio/recordings/:recording/captions/:track/file': only('editor', 'instructor'),

  '/:lang/assess': only('assessor'),
  '/:lang/assess/new': only('assessor'),
  '/:lang/assess/:sheet': only('assessor'),

  '/:lang/office/applications': only('registrar'),
  '/:lang/office/applications/:id': only('registrar'),
  '/:lang/office/appeals': only('registrar'),
  '/:lang/office/appeals/:appeal': only('registrar'),
  '/:lang/office/batches': only('registrar'),
  '/:lang/office/batches/:batch': only('registrar'),
  '/:lang/office/batches/:batch/archive.zip': only('registrar'),
  '/:lang/office/code': only('registrar'),
  '/:lang/office/equivalences': only('registrar'),
  '/:lang/office/equivalences/new': only('registrar'),
  '/:lang/office/equivalences/requests': only('registrar'),
  '/:lang/office/equivalences/requests/:request': only('registrar'),
  '/:lang/office/equivalences/:equivalence': only('registrar'),
  '/:lang/office/evidence': only('registrar'),
  '/:lang/office/evidence/:claim': only('registrar'),
  '/:lang/office/evidence/:claim/files/:file': only('registrar'),
  '/:lang/office/frameworks': only('registrar'),
  '/:lang/office/frameworks/:level': only('registrar'),
  '/:lang/office/frameworks/:level/draft': only('registrar'),
  '/:lang/office/frameworks/:level/texts': only('registrar'),
  '/:lang/office/frameworks/:level/signatories': only('registrar'),
  '/:lang/office/frameworks/:level/affected': only('registrar'),
  '/:lang/office/proposals': only('registrar'),
  '/:lang/office/imports': only('registrar'),
  '/:lang/office/imports/:import': only('registrar'),
  '/:lang/office/imports/:import/columns': only('registrar'),
  '/:lang/office/imports/:import/issues': only('registrar'),
  '/:lang/office/imports/:import/duplicates': only('registrar'),
  '/:lang/office/register': only('registrar'),
  '/:lang/office/register/filters': only('registrar'),
  '/:lang/office/register/export': only('registrar'),
  '/:lang/office/register/:qualification': only('registrar'),
  '/:lang/office/unions': only('registrar'),
  '/:lang/office/unions/of/:person': only('registrar'),
  '/:lang/office/unions/of/:person/:other': only('registrar'),
  '/:lang/office/unions/:union': { ...only(), registrar: 404 },
  '/:lang/office/reports': only('observer', 'registrar'),
  '/:lang/office/reports/:report': only('observer', 'registrar'),
  '/:lang/office/reports/:report/file': only('observer', 'registrar'),

  '/:lang/admin/people': only('admin'),
  '/:lang/admin/people/:account': only('admin'),
  '/:lang/admin/people/:account/data': only('admin'),
  '/:lang/admin/invitations': only('admin'),
  '/:lang/admin/jobs': only('admin'),
  '/:lang/admin/audit': only('admin'),
  '/:lang/admin/outbox': only('admin'),

  '/:lang/*': nobody,
};

/** Machine addresses, by method and pattern in routes/machine/table.ts. All but GET are sent with an empty JSON object. */
export const MACHINES: Readonly<Record<string, Row>> = {
  'get /healthz': open,
  'get /readyz': open,
  'get /metrics': open,
  'get /robots.txt': open,
  'get /sitemap.xml': open,
  'get /sitemaps/:part.xml': open,
  'get /.well-known/did.json': open,
  'get /.well-known/checkpoints': open,
  'get /.well-known/checkpoints/:day': nobody,
  'get /app/:lang.webmanifest': open,
  'get /previews/:lang/*': nobody,
  'get /v/:serial': all('onward'),
  'get /logos/:permission': nobody,
  'get /api/v1/credentials/:serial': open,
  'get /api/v1/credentials/:serial/badge': open,
  'get /api/v1/status-lists/:id': nobody,
  'get /api/v1/verification': open,
  'get /api/v1/courses': open,
  'get /api/v1/suggestions': open,
  'get /api/v1/techniques': open,
  'get /api/v1/openapi.json': open,
  'post /api/v1/progress': { ...all(422), visitor: 401 },
  'post /api/v1/viewing': { ...all(422), visitor: 401 },
  'post /captions/cue': { ...all(422), visitor: 401 },
  'post /media/renew': all(422),
  'get /media/:token/:assetId/*': all(403),
  'post /webhooks/mux': all(401),
  'options /uploads': all(204),
  'post /uploads': { ...all(422), visitor: 401 },
  'head /uploads/:upload': { ...all(404), visitor: 401 },
  'patch /uploads/:upload': { ...all(404), visitor: 401 },
  'get /sounds/:token/preview.m4a': all(403),
  'get /packaging/:recording': { ...only('editor', 'instructor'), visitor: 401 },
};

/** Parameters that mean something else on one page. */
export const PARAMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/:lang/techniques/:id': { id: 'uchi-mata' },
};

/** Queries that a page needs to show anything; `:name` as in patterns. */
export const QUERIES: Readonly<Record<string, string>> = {
  '/:lang/assess/new': '?level=:level&person=:person',
};
