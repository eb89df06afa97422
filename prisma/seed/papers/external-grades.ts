import type { DefineExternalInput } from '~/domain/externals/inputs';
import { authored, type LocalizedText } from '~/i18n/content';

export type Family = Omit<DefineExternalInput, 'path' | 'position'>;

/** Kazakh and Japanese texts are a machine's until a native reader confirms them. */
export const text = (ru: string, en: string, kk: string, ja: string): LocalizedText =>
  authored('ru', { ru, en, kk, ja }, ['kk', 'ja']);

export const NOTHING: LocalizedText = { original: 'ru' };

const danName = (grade: number): LocalizedText =>
  text(
    `Кодокан, ${grade}-й дан`,
    `Kodokan, ${grade}${['st', 'nd', 'rd'][grade - 1] ?? 'th'} dan`,
    `Кодокан, ${grade}-дан`,
    `講道館 ${['初段', '二段', '三段', '四段', '五段', '六段', '七段', '八段', '九段', '十段'][grade - 1]}`,
  );

/** Kodokan dan grades. */
export const KODOKAN: Family = {
  slug: 'kodokan',
  name: text('Степени дан Кодокана', 'Kodokan dan grades', 'Кодокан дан дәрежелері', '講道館の段位'),
  issuer: text('Кодокан', 'Kodokan', 'Кодокан', '講道館'),
  country: 'JP',
  source: 'https://tojuren.or.jp/appeal/qualification.html',
  note: text(
    'Присваивает Кодокан по представлению уполномоченных им организаций. Дан не заменяет лицензию тренера.',
    'Awarded by the Kodokan on the recommendation of bodies it has authorised. A dan is no coach licence.',
    'Кодокан өзі уәкілеттік берген ұйымдардың ұсынысымен береді. Дан жаттықтырушы лицензиясын алмастырмайды.',
    '講道館が、認めた団体の推薦により授与します。段位は指導者の資格ではありません。',
  ),
  levels: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((grade) => ({
    slug: `kodokan-${grade}`,
    rank: grade,
    name: danName(grade),
    note: NOTHING,
    grade,
  })),
};

type Giver = readonly [rank: number, key: string, name: LocalizedText, by: LocalizedText];

const CATEGORIES: readonly Giver[] = [
  [
    1,
    'second',
    text('вторая категория', 'second category', 'екінші санат', '第2カテゴリー'),
    text(
      'Присваивает район или город.',
      'Given by the district or city.',
      'Аудан немесе қала береді.',
      '地区または市が付与します。',
    ),
  ],
  [
    2,
    'first',
    text('первая категория', 'first category', 'бірінші санат', '第1カテゴリー'),
    text('Присваивает область.', 'Given by the region.', 'Облыс береді.', '州が付与します。'),
  ],
  [
    3,
    'highest',
    text('высшая категория', 'highest category', 'жоғары санат', '最高カテゴリー'),
    text(
      'Присваивает министерство.',
      'Given by the ministry.',
      'Министрлік береді.',
      '所管の省が付与します。',
    ),
  ],
];

const joined = (first: LocalizedText, second: LocalizedText): LocalizedText =>
  text(
    `${first.ru?.text}, ${second.ru?.text}`,
    `${first.en?.text}, ${second.en?.text}`,
    `${first.kk?.text}, ${second.kk?.text}`,
    `${first.ja?.text}・${second.ja?.text}`,
  );

const QUALIFIED: readonly [from: number, key: string, name: LocalizedText][] = [
  [
    0,
    'middle',
    text(
      'Средний уровень квалификации',
      'Middle level of qualification',
      'Орта деңгейдегі біліктілік',
      '中級資格レベル',
    ),
  ],
  [
    3,
    'high',
    text(
      'Высший уровень квалификации',
      'Higher level of qualification',
      'Жоғары деңгейдегі біліктілік',
      '上級資格レベル',
    ),
  ],
];

/** Categories that the state gives. */
export const STATE: Family = {
  slug: 'kz-state',
  name: text(
    'Государственные категории Казахстана',
    'State categories of Kazakhstan',
    'Қазақстанның мемлекеттік санаттары',
    'カザフスタンの国家カテゴリー',
  ),
  issuer: text(
    'Государственные органы Республики Казахстан',
    'State bodies of the Republic of Kazakhstan',
    'Қазақстан Республикасының мемлекеттік органдары',
    'カザフスタン共和国の国家機関',
  ),
  country: 'KZ',
  source: 'https://adilet.zan.kz/kaz/docs/V1400009675',
  note: text(
    'Категории тренера, тренера-преподавателя, методиста, инструктора-спортсмена, судьи. Приказ № 300 от 29 июля 2014 года; проверяйте действующую редакцию.',
    'Categories of coach, coach-teacher, methodologist, instructor-athlete and referee. Order No. 300 of 29 July 2014; check the text in force.',
    'Жаттықтырушы, жаттықтырушы-оқытушы, әдіскер, нұсқаушы-спортшы, төреші санаттары. 2014 жылғы 29 шілдедегі № 300 бұйрық; қолданыстағы редакциясын тексеріңіз.',
    'コーチ、指導教員、メソジスト、選手兼インストラクター、審判のカテゴリー。2014年7月29日付令第300号。現行の条文をご確認ください。',
  ),
  levels: QUALIFIED.flatMap(([from, level, name]) =>
    CATEGORIES.map(([rank, key, category, note]) => ({
      slug: `kz-${level}-${key}`,
      rank: from + rank,
      name: joined(name, category),
      note,
      grade: null,
    })),
  ),
};
