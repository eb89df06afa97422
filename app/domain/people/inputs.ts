import { z } from 'zod';
import { LANGS } from '~/i18n/locales';
import { ROLES } from '~/platform/actor';
import { id, line, optionalLine } from '~/platform/input';
import { SCRIPTS } from './rules/scripts';

/** The text of the consent to processing that sign-up shows; a changed text gets a new version. */
export const CONSENT_VERSION = '2026-11';

/** E-mail in lower case, or phone as '+' and digits. */
export type Contact = { email: string; phone: null } | { email: null; phone: string };

const email = z.email().max(200);
const PHONE = /^\+\d{10,15}$/;

/** '8 (701) 234-56-78' → '+77012345678'; null when it can be no phone number. */
export function readPhone(text: string): string | null {
  const digits = text
    .replace(/[\s().-]/g, '')
    .replace(/^8(?=7\d{9}$)/, '+7')
    .replace(/^00/, '+')
    .replace(/^7(?=7\d{9}$)/, '+7');
  return PHONE.test(digits) ? digits : null;
}

/** What people sign in with; null for what is neither. */
export function readContact(text: string): Contact | null {
  const lower = text.normalize('NFKC').trim().toLowerCase();
  if (lower.includes('@')) return email.safeParse(lower).success ? { email: lower, phone: null } : null;
  const phone = readPhone(lower);
  return phone ? { email: null, phone } : null;
}

export const contact = line(200).transform((text, ctx): Contact => {
  const read = readContact(text);
  if (read) return read;
  ctx.addIssue({ code: 'custom', message: 'email-or-phone' });
  return z.NEVER;
});

/** An e-mail address in its one spelling. */
export const emailAddress = line(200)
  .transform((text) => text.normalize('NFKC').toLowerCase())
  .pipe(email);

export const lang = z.enum(LANGS);

const script = z.enum(SCRIPTS);
const kind = z.enum(['own', 'passport']);

const parts = { family: line(80), given: line(80), patronymic: optionalLine(80) };

/** One spelling as it stands in a document or as its owner writes it. */
export const spelling = z.object({ script, kind, ...parts });
export type Spelling = z.output<typeof spelling>;

export const editNamesInput = spelling;
export const removeSpellingInput = z.object({ script, kind });

/** The scripts a name may be written in, in the order in which they are offered. */
export const SCRIPT_CHOICES = SCRIPTS;

export const joinOrganisationInput = z.object({ organisationId: id });

export const changeLanguageInput = z.object({ lang });

/** Fields that stay empty mean "everywhere below, every language, no level". */
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const grant = z.object({
  role: z.enum(ROLES),
  organisationId: id,
  lang: optional(lang),
  level: optional(z.string().regex(/^[a-z0-9-]{1,60}$/)),
});

/** An assessor is licensed for one level. */
const hasLevel = ({ role, level }: { role: string; level?: string | undefined }) =>
  role !== 'assessor' || level !== undefined;
const NEEDS_LEVEL = { message: 'required', path: ['level'] };

/** The form on somebody's page; whose, the address says. */
export const grantRoleForm = grant.refine(hasLevel, NEEDS_LEVEL);
export const grantRoleInput = grant.extend({ accountId: id }).refine(hasLevel, NEEDS_LEVEL);
export type GrantRoleInput = z.input<typeof grantRoleInput>;

export const withdrawRoleInput = z.object({ grantId: id });

export const foundOrganisationInput = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
  kind: z.enum(['federation', 'region', 'club', 'school', 'university', 'partner']),
  parentId: id.nullable(),
});

export const listPeopleInput = z.object({
  q: z.string().max(200).default(''),
  after: id.nullable().default(null),
});

/** A list shows this many people at a time. */
export const PEOPLE_PAGE = 50;
