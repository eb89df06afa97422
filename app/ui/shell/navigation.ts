import type { MessageKey } from '~/i18n/resources';

export type NavLink = {
  to: string;
  label: MessageKey;
  /** The part of the site that this link stands for, when it is more than its own address. */
  within?: string;
  /** Only for these roles, when the area is for more. */
  roles?: readonly string[];
};

/** An area of work with its own row of links beneath the header. */
export type Area = { root: string; label: MessageKey; roles: readonly string[]; links: readonly NavLink[] };

type Reader = { roles: readonly string[] } | null;

const VISITOR: readonly NavLink[] = [
  { to: '/courses', label: 'shell:nav.courses' },
  { to: '/techniques', label: 'shell:nav.techniques' },
  { to: '/qualifications', label: 'shell:nav.qualifications' },
  { to: '/verify', label: 'shell:nav.verify' },
  { to: '/sign-in', label: 'shell:nav.sign-in' },
];

const COACH: readonly NavLink[] = [
  { to: '/learn', label: 'shell:nav.learn' },
  { to: '/courses', label: 'shell:nav.courses' },
  { to: '/techniques', label: 'shell:nav.techniques' },
  { to: '/me/qualifications', label: 'shell:nav.my-qualifications', within: '/me' },
];

const ACCOUNT: NavLink = { to: '/account', label: 'shell:nav.account' };

const ASSESS: NavLink = { to: '/assess', label: 'shell:nav.assess' };

const AREAS: readonly Area[] = [
  {
    root: '/studio',
    label: 'shell:nav.studio',
    roles: ['instructor', 'editor'],
    links: [
      { to: '/studio/recordings', label: 'shell:nav.studio-recordings' },
      { to: '/studio/lexicon', label: 'shell:nav.lexicon', roles: ['editor'] },
    ],
  },
  {
    root: '/office',
    label: 'shell:nav.office',
    roles: ['registrar', 'observer'],
    links: [
      { to: '/office/applications', label: 'shell:nav.applications', roles: ['registrar'] },
      { to: '/office/batches', label: 'shell:nav.batches', roles: ['registrar'] },
      { to: '/office/appeals', label: 'shell:nav.office-appeals', roles: ['registrar'] },
      { to: '/office/evidence', label: 'shell:nav.office-evidence', roles: ['registrar'] },
      { to: '/office/proposals', label: 'shell:nav.office-proposals', roles: ['registrar'] },
      { to: '/office/register', label: 'shell:nav.office-register', roles: ['registrar'] },
      { to: '/office/imports', label: 'shell:nav.office-imports', roles: ['registrar'] },
      { to: '/office/unions', label: 'shell:nav.office-unions', roles: ['registrar'] },
      { to: '/office/frameworks', label: 'shell:nav.office-frameworks', roles: ['registrar'] },
      { to: '/office/equivalences', label: 'shell:nav.office-equivalences', roles: ['registrar'] },
      { to: '/office/reports', label: 'shell:nav.reports' },
    ],
  },
  {
    root: '/admin',
    label: 'shell:nav.admin',
    roles: ['admin'],
    links: [
      { to: '/admin/people', label: 'shell:nav.people' },
      { to: '/admin/invitations', label: 'shell:nav.invitations' },
      { to: '/admin/jobs', label: 'shell:nav.jobs' },
      { to: '/admin/audit', label: 'shell:nav.audit' },
      { to: '/admin/outbox', label: 'shell:nav.outbox' },
    ],
  },
];

const mayEnter = (reader: Reader, { roles }: Area): boolean =>
  reader !== null && roles.some((role) => reader.roles.includes(role));

/** Whether `path` is the page `to` or lies below it. Both without language. */
export const isWithin = (path: string, to: string): boolean => path === to || path.startsWith(`${to}/`);

/** The links of an area for this reader. */
const linksFor = (reader: Reader, { links }: Area): readonly NavLink[] =>
  links.filter(({ roles }) => !roles || roles.some((role) => reader?.roles.includes(role)));

/** The sections for this reader; an area of work is one link, to its first page, and named by it where there is no other. */
export function mainLinks(reader: Reader): readonly NavLink[] {
  if (!reader) return VISITOR;
  const areas = AREAS.filter((area) => mayEnter(reader, area)).flatMap((area) => {
    const [first, ...more] = linksFor(reader, area);
    const isOnly = area.links.length > 1 && more.length === 0;
    return first ? [{ to: first.to, label: isOnly ? first.label : area.label, within: area.root }] : [];
  });
  const assess = reader.roles.includes('assessor') ? [ASSESS] : [];
  return [...COACH, ...assess, ...areas, ACCOUNT];
}

/** The area that this page belongs to, with the links for this reader, when they may enter it. */
export function areaFor(path: string, reader: Reader): Area | undefined {
  const found = AREAS.find((area) => isWithin(path, area.root) && mayEnter(reader, area));
  return found && { ...found, links: linksFor(reader, found) };
}
