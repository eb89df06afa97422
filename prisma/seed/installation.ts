import { foundOrganisation } from '~/domain/people/found-organisation.server';
import { listOrganisations } from '~/domain/people/list-organisations.server';
import { authored } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';

export type SeededOrganisation = {
  slug: string;
  kind: 'federation' | 'region' | 'club' | 'school' | 'university' | 'partner';
  parent: string | null;
  original: Lang;
  name: Record<Lang, string>;
};

/** The parties of the memorandum and the federation whose qualifications they teach for. */
export const ROOT_ORGANISATIONS: readonly SeededOrganisation[] = [
  {
    slug: 'kjf',
    kind: 'federation',
    parent: null,
    original: 'ru',
    name: {
      kk: 'Қазақстан дзюдо федерациясы',
      ru: 'Федерация дзюдо Казахстана',
      ja: 'カザフスタン柔道連盟',
      en: 'Judo Federation of Kazakhstan',
    },
  },
  {
    slug: 'jenys',
    kind: 'partner',
    parent: null,
    original: 'kk',
    name: {
      kk: '«Жеңіс» дзюдо клубы',
      ru: 'Клуб дзюдо «Женис»',
      ja: 'ジェニス柔道クラブ',
      en: 'Jenys Judo Club',
    },
  },
  {
    slug: 'judos',
    kind: 'partner',
    parent: null,
    original: 'ja',
    name: {
      kk: '«JUDOs» коммерциялық емес ұйымы',
      ru: 'Некоммерческая организация «JUDOs»',
      ja: '特定非営利活動法人JUDOs',
      en: 'JUDOs Nonprofit Organization',
    },
  },
];

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Who acts while an installation is set up: nobody's account, admin of the whole tree. */
const installation: Actor = {
  accountId: NOBODY,
  personId: NOBODY,
  sessionId: 'installation',
  lang: 'ru',
  emailConfirmed: true,
  secondFactorPassed: true,
  name: '',
  grants: [{ role: 'admin', organisationId: NOBODY, path: '/', lang: null, level: null }],
};

export const asInstallation = (ctx: Ctx): Ctx => ({ ...ctx, actor: installation, lang: installation.lang });

/** Founds those that do not exist, parents before their children, and answers all of the tree by slug. */
export async function foundOrganisations(
  ctx: Ctx,
  wanted: readonly SeededOrganisation[],
): Promise<Record<string, { id: string; path: string }>> {
  const known = (await listOrganisations(ctx)).map(({ slug, id, path }) => [slug, { id, path }] as const);
  const organisations: Record<string, { id: string; path: string }> = Object.fromEntries(known);
  for (const { slug, kind, parent, original, name } of wanted) {
    if (organisations[slug]) continue;
    const parentId = parent === null ? null : (organisations[parent]?.id ?? null);
    organisations[slug] = await foundOrganisation(ctx, {
      slug,
      kind,
      name: authored(original, name),
      parentId,
    });
  }
  return organisations;
}
