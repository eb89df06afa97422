import { listPartners } from '~/domain/partners/list-partners.server';
import { recordPermission } from '~/domain/partners/record-permission.server';
import { writeInstitution } from '~/domain/partners/write-institution.server';
import { writeProfile } from '~/domain/partners/write-profile.server';
import { authored } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { actorOf, type SeededPeople } from '../people';
import { type Texts, text } from './texts';

type Words = { slug: string; about: Texts; offers: Texts[] };

const INSTITUTIONS: readonly Words[] = [
  {
    slug: 'jenys',
    about: {
      en: 'A judo club in Kazakhstan. It trains coaches, helps schools to open halls and builds a national school of specialists.',
      ru: 'Клуб дзюдо в Казахстане. Готовит тренеров, помогает школам открывать залы и создаёт национальную школу специалистов.',
      kk: 'Қазақстандағы дзюдо клубы. Жаттықтырушылар даярлайды, мектептерге зал ашуға көмектеседі және ұлттық мамандар мектебін құрады.',
      ja: 'カザフスタンの柔道クラブです。指導者を育て、学校の道場づくりを支え、自国の指導者養成の場をつくっています。',
    },
    offers: [
      {
        en: 'Seminars in Kazakhstan',
        ru: 'Семинары в Казахстане',
        kk: 'Қазақстандағы семинарлар',
        ja: 'カザフスタンでの講習会',
      },
      {
        en: 'Sections in schools',
        ru: 'Секции в школах',
        kk: 'Мектептердегі секциялар',
        ja: '学校での柔道の場づくり',
      },
    ],
  },
  {
    slug: 'judos',
    about: {
      en: 'A Japanese nonprofit organisation. It hands on methods, recordings and the experience of Japanese instructors.',
      ru: 'Японская некоммерческая организация. Передаёт методики, записи и опыт японских преподавателей.',
      kk: 'Жапонияның коммерциялық емес ұйымы. Жапон оқытушыларының әдістемесін, жазбаларын және тәжірибесін жеткізеді.',
      ja: '日本の非営利団体です。日本の講師の指導法、映像、経験を伝えます。',
    },
    offers: [
      {
        en: 'Courses and recordings',
        ru: 'Курсы и записи',
        kk: 'Курстар мен жазбалар',
        ja: '講座と映像',
      },
      {
        en: 'Seminars with Japanese instructors',
        ru: 'Семинары с японскими преподавателями',
        kk: 'Жапон оқытушыларымен семинарлар',
        ja: '日本の講師による講習会',
      },
    ],
  },
  {
    slug: 'tokai',
    about: {
      en: 'A sample of a host institution: it stands here for the demo and is nobody real.',
      ru: 'Пример принимающей организации: стоит здесь для демо и никого не представляет.',
      kk: 'Қабылдаушы ұйымның үлгісі: көрсетілім үшін тұр, нақты ұйым емес.',
      ja: '受入機関の見本です。デモのためのもので、実在しません。',
    },
    offers: [
      {
        en: 'A month of training for visiting coaches',
        ru: 'Месяц занятий для приезжающих тренеров',
        kk: 'Келген жаттықтырушыларға бір айлық жаттығу',
        ja: '訪れる指導者のための一か月の稽古',
      },
    ],
  },
];

/** Partners without logos, for nobody permitted any; one sample claim with its sample paper; the demo instructor. */
export async function seedPartners(ctx: Ctx, { organisations }: SeededPeople): Promise<void> {
  const admin = { ...ctx, actor: await actorOf(ctx, 'admin@demo.test') };
  const known = new Set((await listPartners(ctx)).map(({ slug }) => slug));
  for (const [index, { slug, about, offers }] of INSTITUTIONS.entries()) {
    const organisation = organisations[slug];
    if (!organisation || known.has(slug)) continue;
    await writeInstitution(admin, {
      ...{
        organisationId: organisation.id,
        position: index + 1,
        about: text(about),
        offers: offers.map(text),
      },
    });
    if (slug === 'tokai') await permitSample(admin, organisation.id);
  }
  await presentInstructor(ctx, organisations.judos?.id);
}

const permitSample = (ctx: Ctx, organisationId: string) =>
  recordPermission(ctx, {
    kind: 'claim',
    organisationId,
    text: text({
      en: 'Receives coaches from Kazakhstan (sample of a permitted claim)',
      ru: 'Принимает тренеров из Казахстана (пример разрешённого заявления)',
      kk: 'Қазақстаннан келген жаттықтырушыларды қабылдайды (рұқсат етілген мәлімдеме үлгісі)',
      ja: 'カザフスタンの指導者を受け入れています(許可された表明の見本)',
    }),
    document: '№ 1 (DEMO)',
    grantedBy: 'Host university (sample)',
    grantedOn: '2026-01-15',
    until: '2029-01-14',
  });

/** The demo names nobody: the instructor bears the role as name, in each script. */
async function presentInstructor(ctx: Ctx, organisationId: string | undefined): Promise<void> {
  if (!organisationId) return;
  const actor = await actorOf(ctx, 'instructor@demo.test');
  await writeProfile(
    { ...ctx, actor, lang: actor.lang },
    {
      slug: 'demo-instructor',
      organisationId,
      credit: authored('ja', {
        ja: 'デモ 講師',
        en: 'Demo Instructor',
        ru: 'Демо Преподаватель',
        kk: 'Демо Оқытушы',
      }),
      about: authored(
        'ja',
        {
          ja: 'このデモのために置かれた講師です。実在の人物ではありません。',
          en: 'Stands here for the demo and is no real person.',
          ru: 'Стоит здесь для демо и не является реальным человеком.',
          kk: 'Көрсетілім үшін тұр, нақты адам емес.',
        },
        ['kk'],
      ),
    },
  );
}
