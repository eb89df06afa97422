import { DOMAIN_ARROWS, findCycle } from '../domains';
import { type Import, importsOf, isTest, sources } from '../syntax';
import type { Rule, Tree } from '../tree';
import { domainOf, isPure, type Zone, zoneOf } from '../zones';

type Allows = (arrow: Import, to: Zone) => boolean;

const isOneOf =
  (...zones: Zone[]): Allows =>
  (_arrow, to) =>
    zones.includes(to);
const anyOf =
  (...rules: Allows[]): Allows =>
  (arrow, to) =>
    rules.some((allows) => allows(arrow, to));
const purePart =
  (...zones: Zone[]): Allows =>
  (arrow, to) =>
    zones.includes(to) && (isPure(arrow.to) || arrow.typeOnly);
const openPart: Allows = (arrow, to) =>
  to === 'domain' && (arrow.typeOnly || /\/(inputs|policy|types)$/.test(arrow.to));
/** Whether the other domain is a declared one is a rule of its own. */
const rootOrOwn: Allows = (arrow, to) =>
  to === 'domain' || (to === 'private' && domainOf(arrow.from) === domainOf(arrow.to));

const ROUTES = anyOf(isOneOf('routes', 'web', 'ui', 'i18n', 'styles', 'domain'), purePart('platform'));
const WEB = isOneOf('web', 'platform', 'i18n');
const EDGE = isOneOf('web', 'platform', 'i18n', 'machine', 'root');

/** The doors of web: where ports are filled, the actor is found, the machine table is mounted, jobs are opened. */
const WEB_DOORS: [door: RegExp, allows: Allows][] = [
  [/^app\/web\/ports(\.server|\/)/, isOneOf('domain', 'root')],
  [/^app\/web\/current-actor\.server/, (arrow, to) => to === 'domain' && domainOf(arrow.to) === 'people'],
  [/^app\/web\/http\//, isOneOf('machine')],
  [/^app\/web\/open-services\.server/, isOneOf('root')],
];
const webDoor: Allows = (arrow, to) =>
  WEB_DOORS.some(([door, allows]) => door.test(arrow.from) && allows(arrow, to));

/** Which zones each zone may import; packages are the vendors' rule. */
const MAY: Record<Exclude<Zone, 'package' | 'root'>, Allows> = {
  routes: ROUTES,
  machine: isOneOf('machine', 'web', 'platform', 'i18n', 'domain'),
  web: anyOf(WEB, webDoor),
  ui: anyOf(isOneOf('ui', 'i18n', 'styles'), openPart, purePart('web', 'platform')),
  domain: anyOf(isOneOf('platform', 'i18n'), rootOrOwn),
  private: anyOf(isOneOf('platform', 'i18n'), rootOrOwn),
  platform: isOneOf('platform', 'i18n'),
  i18n: anyOf(isOneOf('i18n'), purePart('platform')),
  styles: isOneOf('styles'),
  outside: () => true,
};

/** The files directly in app/, each with its own allowance. */
const ROOT_MAY: Record<string, Allows> = {
  'routes.ts': () => false,
  'root.tsx': anyOf(isOneOf('web', 'ui', 'i18n', 'styles'), purePart('platform')),
  'entry.client.tsx': isOneOf('ui'),
  'entry.server.tsx': isOneOf('web', 'ui', 'i18n', 'platform'),
  'server.ts': EDGE,
  'worker.ts': EDGE,
  'all-jobs.server.ts': isOneOf('platform', 'domain'),
  'worker-handlers.server.ts': isOneOf('platform', 'domain', 'root'),
  'reactions.server.ts': isOneOf('platform', 'domain', 'root'),
  'register-verify.ts': isOneOf('platform', 'web', 'domain'),
  'backup.ts': isOneOf('platform'),
  'restore.ts': isOneOf('platform', 'root'),
};

function wrongArrows(tree: Tree, fromZone: Zone, allows: (from: string) => Allows) {
  return sources(tree, /^app\//)
    .filter(({ fileName }) => zoneOf(fileName) === fromZone && !isTest(fileName))
    .flatMap(importsOf)
    .filter((arrow) => zoneOf(arrow.to) !== 'package' && !allows(arrow.from)(arrow, zoneOf(arrow.to)))
    .map(({ from, to }) => ({ file: from, what: `imports ${to}` }));
}

const zoneRule = (
  zone: Exclude<Zone, 'package' | 'root' | 'outside'>,
  name: string,
  samples: Pick<Rule, 'breaks' | 'keeps'>,
): Rule => ({
  name: `arrows: ${name}`,
  find: (tree) => wrongArrows(tree, zone, () => MAY[zone]),
  ...samples,
});

export const arrowRules: Rule[] = [
  zoneRule('routes', 'routes use web, ui, i18n, domain root files and pure platform files', {
    breaks: {
      'app/routes/learn/lesson.tsx': "import { rank } from '~/domain/learning/rules/rank';",
      'app/routes/learn/desk.tsx': "import { connect } from '~/platform/db/connect.server';",
    },
    keeps: {
      'app/routes/learn/quiz.tsx': "import { submitQuiz } from '~/domain/learning/submit-quiz.server';",
    },
  }),
  zoneRule('machine', 'machine routes use web, platform, i18n and domain root files', {
    breaks: { 'app/routes/machine/badge.server.ts': "import { Button } from '~/ui/kit/button';" },
    keeps: { 'app/routes/machine/health.server.ts': "import { ping } from '~/platform/db/ping.server';" },
  }),
  zoneRule('web', 'web uses platform and i18n; only its doors know more', {
    breaks: {
      'app/web/context.server.ts': "import { findPerson } from '~/domain/people/find-person.server';",
    },
    keeps: {
      'app/web/ports.server.ts': "import { findPerson } from '~/domain/people/find-person.server';",
      'app/web/current-actor.server.ts': "import { findActor } from '~/domain/people/find-actor.server';",
    },
  }),
  zoneRule('ui', "ui uses a domain's inputs, policy and types only", {
    breaks: {
      'app/ui/learning/quiz.tsx': "import { submitQuiz } from '~/domain/learning/submit-quiz.server';",
      'app/ui/kit/toast.tsx': "import { session } from '~/web/session.server';",
    },
    keeps: {
      'app/ui/learning/card.tsx':
        "import { quizInput } from '~/domain/learning/inputs';\nimport type { Course } from '~/domain/catalogue/get-course.server';",
    },
  }),
  zoneRule('domain', 'a domain looks neither up nor outside', {
    breaks: { 'app/domain/learning/enrol.server.ts': "import { context } from '~/web/context.server';" },
    keeps: {
      'app/domain/learning/inputs.ts': "import type { Lang } from '~/i18n/locales';\nimport './rules/rank';",
    },
  }),
  zoneRule('private', "a domain's folders look neither up nor outside", {
    breaks: {
      'app/domain/learning/data/attempts.server.ts': "import { Card } from '../../../ui/learning/card';",
    },
    keeps: { 'app/domain/learning/data/courses.server.ts': "import { rank } from '../rules/rank';" },
  }),
  zoneRule('platform', 'platform knows no domain, web, ui or route', {
    breaks: { 'app/platform/mail.server.ts': "import type { Person } from '~/domain/people/types';" },
    keeps: { 'app/platform/jobs.server.ts': "import { translate } from '~/i18n/translate.server';" },
  }),
  zoneRule('i18n', 'i18n looks at nothing above it', {
    breaks: { 'app/i18n/content.ts': "import { useT } from '~/ui/kit/use-t';" },
    keeps: { 'app/i18n/format.ts': "import type { LocalDate } from '~/platform/local-date';" },
  }),
  {
    name: 'arrows: the files directly in app/ keep to their allowances',
    find: (tree) => wrongArrows(tree, 'root', (from) => ROOT_MAY[from.slice('app/'.length)] ?? (() => false)),
    breaks: {
      'app/worker.ts': "import { publish } from '~/domain/learning/publish.server';",
      'app/root.tsx': "import { connect } from '~/platform/db/connect.server';",
      'app/extra.ts': "import '~/platform/ids';",
    },
    keeps: { 'app/worker-handlers.server.ts': "import { publish } from '~/domain/learning/publish.server';" },
  },
  {
    name: 'arrows: a domain uses only the domains it declares',
    find: (tree) =>
      sources(tree, /^app\/domain\//)
        .flatMap(importsOf)
        .filter(({ from, to }) => {
          const [own, other] = [domainOf(from), domainOf(to)];
          return own && other && own !== other && !DOMAIN_ARROWS[own]?.includes(other);
        })
        .map(({ from, to }) => ({ file: from, what: `imports ${to}, an arrow nobody declared` })),
    breaks: { 'app/domain/people/get-desk.server.ts': "import type { X } from '~/domain/learning/types';" },
    keeps: { 'app/domain/learning/get-desk.server.ts': "import type { X } from '~/domain/catalogue/types';" },
  },
  {
    name: 'arrows: every domain is declared and the declared arrows are acyclic',
    find: (tree) => {
      const strangers = new Set<string>();
      for (const path of tree.keys()) {
        const domain = domainOf(path);
        if (domain && !(domain in DOMAIN_ARROWS)) strangers.add(`app/domain/${domain}`);
      }
      const cycle = findCycle(DOMAIN_ARROWS);
      const found = [...strangers].map((file) => ({ file, what: 'is not declared in domains.ts' }));
      return cycle ? [...found, { file: 'domains.ts', what: `cycle ${cycle.join(' → ')}` }] : found;
    },
    breaks: { 'app/domain/payments/pay.server.ts': '' },
    finds: ['app/domain/payments'],
    keeps: { 'app/domain/people/get-person.server.ts': '' },
  },
];
