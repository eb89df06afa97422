import { defineFramework } from '~/domain/frameworks/define-framework.server';
import type { DefineFrameworkInput } from '~/domain/frameworks/inputs';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import { authored } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { ASSISTANT_CRITERIA, COACH_CRITERIA } from './demo-criteria';
import { actorOf, type SeededPeople } from './people';

/** Kazakh and Japanese texts of the demo are a machine's until a native reader confirms them. */
const text = (ru: string, en: string, kk: string, ja: string) =>
  authored('ru', { ru, en, kk, ja }, ['kk', 'ja']);

const course = (slug: string) => ({ kind: 'course' as const, ref: `course:${slug}` });

const COMPONENTS = [
  {
    kind: 'safeguarding',
    name: text('Защита детей', 'Safeguarding', 'Балаларды қорғау', '子どもの安全保護'),
    ref: 'course:safeguarding',
  },
  {
    kind: 'head-injury',
    name: text('Травма головы', 'Head injury', 'Бас жарақаты', '頭部外傷'),
    ref: 'course:injury-head',
  },
];

const FIRST_DAY = '2020-01-01';

const ASSISTANT: DefineFrameworkInput['levels'][number] = {
  slug: 'kjf-assistant',
  rank: 1,
  name: text('Помощник тренера', 'Assistant coach', 'Жаттықтырушының көмекшісі', '準指導員'),
  summary: text(
    'Ведёт части занятия под присмотром тренера, умеет сделать зал безопасным и знает, что делать при травме.',
    'Leads parts of a lesson under a coach, makes the hall safe and knows what to do after an injury.',
    'Жаттықтырушының қарауымен сабақтың бөліктерін жүргізеді, залды қауіпсіз ете алады және жарақат кезінде не істеу керегін біледі.',
    '指導者のもとで稽古の一部を受け持ち、道場を安全に整え、けがの際の対応を知っています。',
  ),
  criteria: { items: ASSISTANT_CRITERIA, meanAtLeast: 3 },
  ruleSets: [
    {
      effectiveFrom: FIRST_DAY,
      prerequisites: {
        kind: 'all',
        of: [
          { kind: 'registration' },
          course('safeguarding'),
          course('injury-head'),
          { kind: 'practical', level: 'kjf-assistant' },
        ],
      },
      components: COMPONENTS,
      expiry: { kind: 'months', months: 24 },
      windowMonths: 3,
      graceMonths: 6,
      keysRequired: 1,
      points: { total: 2, categories: [{ category: 'course', minimum: 1, maximum: null }], carryOver: 1 },
      reinstatement: [{ months: 12, requires: [course('safeguarding')] }],
    },
  ],
};

const COACH: DefineFrameworkInput['levels'][number] = {
  slug: 'kjf-coach',
  rank: 2,
  name: text('Тренер', 'Coach', 'Жаттықтырушы', '指導員'),
  summary: text(
    'Сам планирует и ведёт занятия группы, учит броскам по шагам и отвечает за безопасность детей в зале.',
    'Plans and leads the lessons of a group, teaches throws step by step and answers for the children in the hall.',
    'Топтың сабақтарын өзі жоспарлап, жүргізеді, лақтыруды кезең-кезеңімен үйретеді және залдағы балалардың қауіпсіздігіне жауап береді.',
    '自ら計画して稽古を指導し、投技を段階的に教え、道場の子どもの安全に責任を持ちます。',
  ),
  criteria: { items: COACH_CRITERIA, meanAtLeast: 3.5 },
  ruleSets: [
    {
      effectiveFrom: FIRST_DAY,
      prerequisites: {
        kind: 'all',
        of: [
          { kind: 'registration' },
          { kind: 'qualification', level: 'kjf-assistant' },
          course('safeguarding'),
          course('injury-head'),
          { kind: 'practical', level: 'kjf-coach' },
        ],
      },
      components: COMPONENTS,
      expiry: { kind: 'fiscal-year-end-after-anniversary', years: 4 },
      windowMonths: 6,
      graceMonths: 6,
      keysRequired: 2,
      points: {
        total: 10,
        categories: [
          { category: 'course', minimum: 4, maximum: null },
          { category: 'seminar', minimum: 0, maximum: 6 },
        ],
        carryOver: 2,
      },
      reinstatement: [
        { months: 12, requires: [course('injury-head')] },
        { months: 24, requires: [course('injury-head'), { kind: 'practical', level: 'kjf-coach' }] },
      ],
    },
  ],
};

const KJF_NAME = text(
  'Федерация дзюдо Казахстана',
  'Judo Federation of Kazakhstan',
  'Қазақстан дзюдо федерациясы',
  'カザフスタン柔道連盟',
);
const JUDOS_NAME = authored('ja', { ja: 'JUDOs', ru: 'JUDOs', en: 'JUDOs', kk: 'JUDOs' });

const SIGNATORIES: DefineFrameworkInput['signatories'] = [
  {
    name: 'Демо Подписант',
    office: text(
      'Президент Федерации дзюдо Казахстана',
      'President, Judo Federation of Kazakhstan',
      'Қазақстан дзюдо федерациясының президенті',
      'カザフスタン柔道連盟 会長',
    ),
    organisation: KJF_NAME,
    from: FIRST_DAY,
    until: null,
  },
  {
    name: 'Demo Signatory',
    office: text(
      'Представитель JUDOs по обучению',
      'Representative of JUDOs for education',
      'JUDOs-тың оқыту жөніндегі өкілі',
      'JUDOs 研修担当代表',
    ),
    organisation: JUDOS_NAME,
    from: FIRST_DAY,
    until: null,
  },
];

/** The demo's ladder of the federation and its two partners; a second run adds nothing. */
export async function seedFrameworks(ctx: Ctx, people: SeededPeople): Promise<void> {
  const kjf = people.organisations.kjf;
  if (!kjf) throw new Error('The demo has no organisation kjf');
  if ((await listLevels(ctx)).some(({ framework }) => framework.slug === 'kjf')) return;
  const registrar = await actorOf(ctx, 'registrar@demo.test');
  await defineFramework(
    { ...ctx, actor: registrar },
    {
      slug: 'kjf',
      organisationId: kjf.id,
      path: kjf.path,
      name: text(
        'Тренеры дзюдо: программа Федерации дзюдо Казахстана, Jenys и JUDOs',
        'Judo coaches: the programme of the Judo Federation of Kazakhstan, Jenys and JUDOs',
        'Дзюдо жаттықтырушылары: Қазақстан дзюдо федерациясы, Jenys және JUDOs бағдарламасы',
        '柔道指導者：カザフスタン柔道連盟・Jenys・JUDOs共同プログラム',
      ),
      zone: 'Asia/Almaty',
      numberPrefix: 'KJF',
      signatories: SIGNATORIES,
      validFrom: FIRST_DAY,
      levels: [ASSISTANT, COACH],
    },
  );
}
