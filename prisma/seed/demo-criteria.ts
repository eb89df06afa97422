import type { Criterion } from '~/domain/frameworks/inputs';
import { authored } from '~/i18n/content';

type Words = readonly [ru: string, en: string, kk: string, ja: string];

const text = ([ru, en, kk, ja]: Words) => authored('ru', { ru, en, kk, ja }, ['kk', 'ja']);

const criterion = (key: string, minimum: number, name: Words, hint: Words): Criterion => ({
  key,
  minimum,
  name: text(name),
  hint: text(hint),
});

/** What an assistant coach shows on the mat. */
export const ASSISTANT_CRITERIA: Criterion[] = [
  criterion(
    'ukemi',
    3,
    ['Обучение укэми', 'Teaching ukemi', 'Укэмиді үйрету', '受身の指導'],
    [
      'Ведёт группу от сидя до стоя, следит за подбородком и головой.',
      'Leads a group from sitting to standing, watches chins and heads.',
      'Топты отырыстан тұрысқа дейін жүргізеді, иек пен басты қадағалайды.',
      '座位から立位まで段階的に導き、あごと頭の保護を確かめる。',
    ],
  ),
  criterion(
    'hall-safety',
    3,
    ['Безопасность зала', 'Safety of the hall', 'Зал қауіпсіздігі', '道場の安全'],
    [
      'Проверяет маты, расстояния и пары по весу до начала занятия.',
      'Checks mats, distances and pairs by weight before the lesson.',
      'Сабаққа дейін төсеніштерді, арақашықтықты және салмақ бойынша жұптарды тексереді.',
      '稽古の前に畳、間隔、体格に合った組み合わせを確かめる。',
    ],
  ),
  criterion(
    'demonstration',
    2,
    [
      'Показ о-гоши и о-сото-гари',
      'Demonstration of o-goshi and o-soto-gari',
      'О-гоши мен о-сото-гариді көрсету',
      '大腰と大外刈の示範',
    ],
    [
      'Показывает кудзуси, цукури и какэ медленно и понятно с двух сторон.',
      'Shows kuzushi, tsukuri and kake slowly and clearly from two sides.',
      'Кузуши, цукури және какэні екі жағынан баяу әрі түсінікті көрсетеді.',
      '崩し・作り・掛けを、二方向からゆっくり分かりやすく示す。',
    ],
  ),
  criterion(
    'communication',
    2,
    ['Общение с группой', 'Communication with the group', 'Топпен қарым-қатынас', '受講者への伝え方'],
    [
      'Коротко объясняет, хвалит за старание, исправляет одно за раз.',
      'Explains briefly, praises effort, corrects one thing at a time.',
      'Қысқа түсіндіреді, талпынысты мақтайды, бір кезде бір қатені түзетеді.',
      '短く説明し、努力をほめ、一度に一つずつ直す。',
    ],
  ),
  criterion(
    'values',
    2,
    ['Ценности дзюдо', 'Values of judo', 'Дзюдо құндылықтары', '柔道の心'],
    [
      'Поклон, порядок и уважение видны в каждой части занятия.',
      'Bow, order and respect are seen in every part of the lesson.',
      'Тағзым, тәртіп және құрмет сабақтың әр бөлігінде көрінеді.',
      '礼・秩序・尊重が稽古のどの場面にも表れている。',
    ],
  ),
];

/** What a coach shows on the mat. */
export const COACH_CRITERIA: Criterion[] = [
  criterion(
    'lesson-plan',
    3,
    ['План занятия', 'Lesson plan', 'Сабақ жоспары', '指導計画'],
    [
      'Цель, нагрузка и время подходят возрасту группы; план соблюдён.',
      'Aim, load and time fit the age of the group; the plan is kept.',
      'Мақсат, жүктеме және уақыт топ жасына сай; жоспар сақталған.',
      '目標・負荷・時間が年齢に合い、計画どおりに進む。',
    ],
  ),
  criterion(
    'progression',
    3,
    ['Бросок по шагам', 'A throw step by step', 'Лақтыруды кезеңдеп үйрету', '投技の段階的指導'],
    [
      'От учи-коми к нагэ-коми без рывков, каждый шаг проверен.',
      'From uchi-komi to nage-komi without leaps, every step checked.',
      'Учи-комиден наге-комиге секірмей, әр қадам тексеріліп өтеді.',
      '打込みから投込みへ、一段ずつ確かめながら進める。',
    ],
  ),
  criterion(
    'correction',
    3,
    ['Исправление ошибок', 'Correcting mistakes', 'Қателерді түзету', '誤りの修正'],
    [
      'Видит причину ошибки и даёт упражнение, которое её убирает.',
      'Sees the cause of a mistake and gives the exercise that removes it.',
      'Қатенің себебін көреді және оны жоятын жаттығу береді.',
      '誤りの原因を見抜き、それを直す練習を与える。',
    ],
  ),
  criterion(
    'head-injury',
    4,
    [
      'Действия при ударе головой',
      'Action after a blow to the head',
      'Бас соққысындағы әрекет',
      '頭部打撲時の対応',
    ],
    [
      'Сразу прекращает, проверяет признаки, зовёт помощь, не допускает возвращения.',
      'Stops at once, checks the signs, calls for help, allows no return.',
      'Бірден тоқтатады, белгілерін тексереді, көмек шақырады, қайта шығармайды.',
      '直ちに中止し、徴候を確認し、助けを呼び、復帰させない。',
    ],
  ),
  criterion(
    'example',
    3,
    ['Личный пример', 'Personal example', 'Жеке үлгі', '指導者としての姿勢'],
    [
      'Держится как учитель: спокойно, справедливо, с уважением к каждому.',
      'Behaves as a teacher: calm, fair, with respect for everybody.',
      'Ұстаздай ұстайды: сабырлы, әділ, әркімге құрметпен.',
      '師としての落ち着き、公平さ、一人ひとりへの敬意がある。',
    ],
  ),
];
