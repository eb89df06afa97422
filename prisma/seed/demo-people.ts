import type { Lang } from '~/i18n/locales';
import type { Role } from '~/platform/actor';
import { ROOT_ORGANISATIONS, type SeededOrganisation } from './installation';

type Words = { family: string; given: string };

export type DemoGrant = { role: Role; at: string; level?: string; lang?: Lang };

export type DemoAccount = {
  email: string;
  lang: Lang;
  /** In the person's own script. */
  own: Words;
  latin: Words;
  more?: readonly (Words & { script: 'cyrillic' | 'kana' })[];
  belongsTo: string;
  grants: readonly DemoGrant[];
};

const region = (slug: string, kk: string, ru: string, ja: string, en: string): SeededOrganisation => ({
  slug,
  kind: 'region',
  parent: 'kjf',
  original: 'ru',
  name: {
    kk: `${kk} облыстық дзюдо федерациясы`,
    ru: `Федерация дзюдо ${ru} области`,
    ja: `${ja}州柔道連盟`,
    en: `${en} Regional Judo Federation`,
  },
});

/** Parents before their children. */
export const DEMO_ORGANISATIONS: readonly SeededOrganisation[] = [
  ...ROOT_ORGANISATIONS,
  region('karaganda', 'Қарағанды', 'Карагандинской', 'カラガンダ', 'Karaganda'),
  region('almaty', 'Алматы', 'Алматинской', 'アルマトイ', 'Almaty'),
  region('turkistan', 'Түркістан', 'Туркестанской', 'トルキスタン', 'Turkistan'),
  region('akmola', 'Ақмола', 'Акмолинской', 'アクモラ', 'Akmola'),
  {
    slug: 'karaganda-shakhtar',
    kind: 'club',
    parent: 'karaganda',
    original: 'ru',
    name: {
      kk: '«Кенші» дзюдо клубы, Қарағанды (үлгі)',
      ru: 'Клуб дзюдо «Шахтёр», Караганда (пример)',
      ja: '柔道クラブ「シャフチョール」カラガンダ(見本)',
      en: 'Shakhtar Judo Club, Karaganda (sample)',
    },
  },
  {
    slug: 'school-12',
    kind: 'school',
    parent: 'karaganda',
    original: 'kk',
    name: {
      kk: '№ 12 ауыл мектебі, Қарағанды облысы (үлгі)',
      ru: 'Сельская школа № 12, Карагандинская область (пример)',
      ja: '第12村立学校、カラガンダ州(見本)',
      en: 'Village School No. 12, Karaganda Region (sample)',
    },
  },
  {
    slug: 'almaty-alatau',
    kind: 'club',
    parent: 'almaty',
    original: 'ru',
    name: {
      kk: '«Алатау» дзюдо клубы, Алматы облысы (үлгі)',
      ru: 'Клуб дзюдо «Алатау», Алматинская область (пример)',
      ja: '柔道クラブ「アラタウ」アルマトイ州(見本)',
      en: 'Alatau Judo Club, Almaty Region (sample)',
    },
  },
  {
    slug: 'tokai',
    kind: 'university',
    parent: null,
    original: 'ja',
    name: {
      kk: 'Қабылдаушы университет (үлгі), Токай',
      ru: 'Принимающий университет (пример), Токай',
      ja: '受入大学(見本)東海',
      en: 'Host university (sample), Tokai',
    },
  },
];

const LEVELS = ['kjf-assistant', 'kjf-coach'];
const assessorGrants = LEVELS.map((level): DemoGrant => ({ role: 'assessor', at: 'kjf', level }));

const somebody = (
  name: string,
  lang: Lang,
  given: string,
  latin: string,
  belongsTo: string,
  grants: readonly DemoGrant[] = [],
): DemoAccount => ({
  email: `${name}@demo.test`,
  lang,
  own: { family: 'Демо', given },
  latin: { family: 'Demo', given: latin },
  belongsTo,
  grants,
});

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  somebody('coach', 'ru', 'Тренер', 'Coach', 'karaganda-shakhtar'),
  somebody('coach2', 'kk', 'Бапкер', 'Bapker', 'school-12'),
  {
    email: 'instructor@demo.test',
    lang: 'ja',
    own: { family: 'デモ', given: '講師' },
    latin: { family: 'Demo', given: 'Instructor' },
    more: [
      { script: 'kana', family: 'デモ', given: 'コウシ' },
      { script: 'cyrillic', family: 'Демо', given: 'Преподаватель' },
    ],
    belongsTo: 'judos',
    grants: [
      { role: 'instructor', at: 'judos' },
      { role: 'editor', at: 'judos', lang: 'ja' },
    ],
  },
  {
    email: 'editor@demo.test',
    lang: 'en',
    own: { family: 'Demo', given: 'Editor' },
    latin: { family: 'Demo', given: 'Editor' },
    more: [{ script: 'cyrillic', family: 'Демо', given: 'Редактор' }],
    belongsTo: 'judos',
    grants: [
      { role: 'editor', at: 'judos' },
      { role: 'editor', at: 'jenys', lang: 'kk' },
    ],
  },
  somebody('assessor', 'ru', 'Экзаменатор', 'Assessor', 'karaganda', assessorGrants),
  somebody('assessor2', 'kk', 'Емтиханшы', 'Emtihanshy', 'almaty', assessorGrants),
  somebody('registrar', 'ru', 'Регистратор', 'Registrar', 'kjf', [{ role: 'registrar', at: 'kjf' }]),
  somebody('registrar2', 'kk', 'Тіркеуші', 'Tirkeushi', 'kjf', [{ role: 'registrar', at: 'kjf' }]),
  somebody('registrar3', 'ru', 'Комиссия', 'Komissiya', 'kjf', [{ role: 'registrar', at: 'kjf' }]),
  somebody('registrar4', 'kk', 'Алқа', 'Alka', 'kjf', [{ role: 'registrar', at: 'kjf' }]),
  somebody('coordinator', 'ru', 'Координатор', 'Coordinator', 'karaganda', [
    { role: 'coordinator', at: 'karaganda' },
  ]),
  somebody('observer', 'kk', 'Бақылаушы', 'Observer', 'kjf', [{ role: 'observer', at: 'kjf' }]),
  somebody(
    'admin',
    'ru',
    'Администратор',
    'Admin',
    'kjf',
    ['kjf', 'jenys', 'judos', 'tokai'].map((at): DemoGrant => ({ role: 'admin', at })),
  ),
];
