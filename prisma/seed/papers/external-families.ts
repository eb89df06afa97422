import { type Family, KODOKAN, NOTHING, STATE, text } from './external-grades';

const IJF: Family = {
  slug: 'ijf-academy',
  name: text('Академия IJF', 'IJF Academy', 'IJF академиясы', 'IJFアカデミー'),
  issuer: text(
    'Академия Международной федерации дзюдо',
    'Academy of the International Judo Federation',
    'Халықаралық дзюдо федерациясының академиясы',
    '国際柔道連盟アカデミー',
  ),
  country: null,
  source: 'https://academy.ijf.org/student-handbook',
  note: text(
    'Учиться направляют только IJF и национальные федерации. Первая ступень — уровень 5 Европейской рамки квалификаций, 30 кредитов.',
    'Only the IJF and national federations nominate students. The first level is level 5 of the European framework, 30 credits.',
    'Оқуға тек IJF мен ұлттық федерациялар ұсынады. Бірінші деңгей — Еуропалық біліктілік шеңберінің 5-деңгейі, 30 кредит.',
    '受講者を推薦できるのはIJFと各国連盟だけです。レベル1は欧州資格枠組みのレベル5、30単位です。',
  ),
  levels: [
    {
      slug: 'ijf-ucji',
      rank: 1,
      name: text(
        'Уровень 1: инструктор (UCJI)',
        'Level 1: instructor (UCJI)',
        '1-деңгей: нұсқаушы (UCJI)',
        'レベル1：インストラクター（UCJI）',
      ),
      note: text(
        'Undergraduate Certificate as Judo Instructor',
        'Undergraduate Certificate as Judo Instructor',
        'Undergraduate Certificate as Judo Instructor',
        'Undergraduate Certificate as Judo Instructor',
      ),
      grade: null,
    },
    {
      slug: 'ijf-coach',
      rank: 2,
      name: text('Уровень 2: тренер', 'Level 2: coach', '2-деңгей: жаттықтырушы', 'レベル2：コーチ'),
      note: NOTHING,
      grade: null,
    },
    {
      slug: 'ijf-pro',
      rank: 3,
      name: text(
        'Уровень 3: профессиональная лицензия',
        'Level 3: pro licence',
        '3-деңгей: кәсіби лицензия',
        'レベル3：プロライセンス',
      ),
      note: NOTHING,
      grade: null,
    },
    {
      slug: 'ijf-manager',
      rank: 4,
      name: text('Сертификат менеджера', 'Manager certificate', 'Менеджер сертификаты', 'マネージャー認定'),
      note: NOTHING,
      grade: null,
    },
  ],
};

const AJJF: Family = {
  slug: 'ajjf',
  name: text(
    'Тренеры федерации дзюдо Японии',
    'Coaches of the All Japan Judo Federation',
    'Жапония дзюдо федерациясының жаттықтырушылары',
    '全日本柔道連盟 公認柔道指導者資格',
  ),
  issuer: text(
    'Федерация дзюдо Японии',
    'All Japan Judo Federation',
    'Жапония дзюдо федерациясы',
    '全日本柔道連盟',
  ),
  country: 'JP',
  source: 'https://www.judo.or.jp/coach-referee/coach-howtobe/',
  note: text(
    'Действует полностью с 2013 финансового года. Срок — до первого 31 марта после четвёртой годовщины, продление по баллам.',
    'Fully in force since fiscal 2013. Valid until the first 31 March after the fourth anniversary; renewed by points.',
    '2013 қаржы жылынан толық күшінде. Мерзімі — төртінші жылдан кейінгі алғашқы 31 наурызға дейін, ұпаймен ұзартылады.',
    '2013年度から全面実施。有効期限は4年後の応当日の後に来る最初の3月31日で、ポイントにより更新します。',
  ),
  levels: [
    {
      slug: 'ajjf-assistant',
      rank: 1,
      name: text('Помощник тренера', 'Assistant coach', 'Жаттықтырушының көмекшісі', '準指導員'),
      note: text(
        'С 18 лет, 5 часов: отношение и этика, безопасное обучение, первая помощь. Помогает вести занятия.',
        'From 18 years, 5 hours: attitude and ethics, safe teaching, first aid. May assist.',
        '18 жастан, 5 сағат: көзқарас пен әдеп, қауіпсіз оқыту, алғашқы көмек. Сабақ жүргізуге көмектеседі.',
        '18歳以上、5時間：姿勢と倫理、安全指導、救急処置。指導の補助ができます。',
      ),
      grade: null,
    },
    {
      slug: 'ajjf-c',
      rank: 2,
      name: text('Тренер C', 'Coach C', 'C санатты жаттықтырушы', 'C指導員'),
      note: text(
        'С 20 лет, 1-й дан, 12 часов. Руководит командами на соревнованиях префектуры.',
        'From 20 years, 1st dan, 12 hours. May manage teams in prefectural events.',
        '20 жастан, 1-дан, 12 сағат. Префектура жарыстарында командаларды басқарады.',
        '20歳以上、初段、12時間。都道府県の大会で監督ができます。',
      ),
      grade: null,
    },
    {
      slug: 'ajjf-b',
      rank: 3,
      name: text('Тренер B', 'Coach B', 'B санатты жаттықтырушы', 'B指導員'),
      note: text(
        'С 20 лет, 2-й дан, через 2 года после C, 18 часов. Руководит командами на соревнованиях федерации.',
        'From 20 years, 2nd dan, 2 years after C, 18 hours. May manage teams in federation events.',
        '20 жастан, 2-дан, C санатынан кейін 2 жыл, 18 сағат. Федерация жарыстарында командаларды басқарады.',
        '20歳以上、二段、C取得後2年、18時間。全柔連の大会で監督ができます。',
      ),
      grade: null,
    },
    {
      slug: 'ajjf-a',
      rank: 4,
      name: text('Тренер A', 'Coach A', 'A санатты жаттықтырушы', 'A指導員'),
      note: text(
        'С 20 лет, 3-й дан, через 8 лет после C, 40 часов и 20 часов заданий. Руководит командами на всеяпонских соревнованиях.',
        'From 20 years, 3rd dan, 8 years after C, 40 hours and 20 of tasks. May manage teams in national events.',
        '20 жастан, 3-дан, C санатынан кейін 8 жыл, 40 сағат және 20 сағат тапсырма. Жалпыжапондық жарыстарда командаларды басқарады.',
        '20歳以上、三段、C取得後8年、40時間と課題20時間。全国大会で監督ができます。',
      ),
      grade: null,
    },
  ],
};

/** In the order in which they are shown. Facts are those of the pages named as sources. */
export const EXTERNAL_FAMILIES: readonly Family[] = [IJF, AJJF, KODOKAN, STATE];
