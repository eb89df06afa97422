import type { CredentialSnapshot, StudiedCourse } from '~/domain/credentials/types';
import { authored } from '~/i18n/content';

export const VERIFY_URL =
  'https://shihan.example/v/7K3M9QX2VD4PV#pWZzZXJpYWxtN0szTTlRWDJWRDRQV2RuYW1lc0FiaWxrYWl5ciBLdW5hbmJheWV2';

const course = (
  version: number,
  hours: number,
  ru: string,
  kk: string,
  ja: string,
  en: string,
): StudiedCourse => ({
  title: authored('en', { ru, kk, ja, en }, ['kk', 'ja']),
  version,
  completedOn: '2026-02-27',
  hours,
});

/** Twelve courses with long and short titles in four languages. */
export const COURSES: readonly StudiedCourse[] = [
  course(
    2,
    4,
    'Защита детей в дзюдо',
    'Дзюдодағы балаларды қорғау',
    '柔道における子どもの保護',
    'Safeguarding children in judo',
  ),
  course(
    1,
    5,
    'Профилактика травм и травма головы: что обязан сделать тренер',
    'Жарақаттың алдын алу және бас жарақаты: жаттықтырушы не істеуге міндетті',
    '外傷予防と頭部外傷:指導者がすべきこと',
    'Injury prevention and head injury: what a coach must do',
  ),
  course(
    3,
    8,
    'Укэми для детей: обучение безопасному падению в 6–10 лет',
    'Балаларға арналған укэми: 6–10 жаста қауіпсіз құлауды үйрету',
    '子どもの受身指導:6〜10歳に安全な転び方を教える',
    'Ukemi for children: teaching safe falling at 6–10',
  ),
  ...Array.from({ length: 9 }, (_, index) =>
    course(
      index + 1,
      6,
      `Спортивная наука для зала: контроль нагрузки с бумагой и телефоном, часть ${index + 1}`,
      `Залға арналған спорт ғылымы: қағаз бен телефон арқылы жүктемені бақылау, ${index + 1}-бөлім`,
      `道場のスポーツ科学:紙とスマホで行う負荷管理 ${index + 1}`,
      `Sports science for the dojo: load monitoring with paper and phone, part ${index + 1}`,
    ),
  ),
];

const FEDERATION = authored('ru', {
  ru: 'Федерация дзюдо Казахстана',
  kk: 'Қазақстан дзюдо федерациясы',
  ja: 'カザフスタン柔道連盟',
  en: 'Judo Federation of Kazakhstan',
});

const SIGNATORIES: CredentialSnapshot['signatories'] = [
  {
    name: 'Демо Президент',
    office: authored('ru', { ru: 'Президент', kk: 'Президент', ja: '会長', en: 'President' }),
    organisation: FEDERATION,
  },
  {
    name: '見本 太郎',
    office: authored('ja', { ru: 'Председатель', kk: 'Төраға', ja: '理事長', en: 'Chair' }),
    organisation: authored('ja', { ja: '認定NPO法人JUDOs', en: 'JUDOs Nonprofit Organization' }),
  },
];

/** A credential as the federation issues it; `changes` replaces fields. */
export function sampleSnapshot(changes: Partial<CredentialSnapshot> = {}): CredentialSnapshot {
  return {
    serial: '7K3M9QX2VD4PV',
    number: 'KJF-2026-000117',
    holder: { display: 'Әбілқайыр Ұлжанұлы Құнанбаев', latin: 'Abilkaiyr Kunanbayev' },
    framework: {
      slug: 'kjf-coach',
      name: authored('ru', {
        ru: 'Национальная система квалификаций тренеров по дзюдо',
        kk: 'Дзюдо жаттықтырушылары біліктілігінің ұлттық жүйесі',
        ja: '柔道指導者国内資格制度',
        en: 'National qualification framework for judo coaches',
      }),
    },
    level: {
      slug: 'coach-1',
      rank: 1,
      name: authored('ru', {
        ru: 'Тренер дзюдо, первый уровень',
        kk: 'Дзюдо жаттықтырушысы, бірінші деңгей',
        ja: '柔道指導者 第一級',
        en: 'Judo coach, level one',
      }),
    },
    studied: COURSES.slice(0, 3),
    practical: { heldOn: '2026-03-05', place: 'Қарағанды, «Жеңіс» клубы' },
    awardedOn: '2026-03-12',
    validFrom: '2026-03-12',
    validUntil: '2028-12-31',
    signatories: SIGNATORIES,
    issuer: FEDERATION,
    issuedOn: '2026-03-12',
    ...changes,
  };
}
