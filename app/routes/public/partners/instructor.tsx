import { useLoaderData } from '@remix-run/react';
import { getInstructor } from '~/domain/partners/get-instructor.server';
import { listRecordingsInput } from '~/domain/recordings/inputs';
import { listRecordings } from '~/domain/recordings/list-recordings.server';
import { listRelatedSeminars } from '~/domain/seminars/list-related-seminars.server';
import { type LocalizedText, langsOf, plainText } from '~/i18n/content';
import { RecordingLine } from '~/ui/catalogue/recording-line';
import { Facts } from '~/ui/kit/facts';
import { A } from '~/ui/kit/link';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { SeminarLinks } from '~/ui/seminars/seminar-links';
import { Page } from '~/ui/shell/page';
import { cachedPublicLoader } from '~/web/handlers.server';
import { personData } from '~/web/head/structured-data';
import { pageMeta } from '~/web/meta';
import { loadRecordingViews } from '../recording-views.server';

/** Recordings end by days, so the page is drawn anew every hour. */
const HOUR = 3_600_000;

export const loader = cachedPublicLoader(async ({ ctx, params, validUntil }) => {
  const instructor = await getInstructor(ctx, { slug: params.instructor ?? '' });
  const { accountId } = instructor;
  const [{ recordings }, seminars] = await Promise.all([
    listRecordings(ctx, { ...listRecordingsInput.parse({}), by: accountId }),
    listRelatedSeminars(ctx, { accountId }),
  ]);
  const views = await loadRecordingViews(
    ctx,
    recordings.map(({ id }) => id),
  );
  validUntil(new Date(ctx.clock.now().getTime() + HOUR));
  return {
    ...{ instructor, seminars },
    recordings: recordings.flatMap(({ id }) => views.get(id) ?? []),
    title: plainText(instructor.credit, ctx.lang),
    description: plainText(instructor.about, ctx.lang),
  };
});

export const meta = pageMeta<Awaited<ReturnType<typeof loader>>>(
  ({ title, description, instructor }, t, at) => {
    const { slug, credit, organisation } = instructor;
    return {
      title,
      description,
      kind: 'profile',
      crumbs: [{ to: '/partners', label: t('partners:title') }],
      data: [
        personData(at, {
          path: `/instructors/${slug}`,
          name: title,
          otherNames: langsOf(credit)
            .map((lang) => plainText(credit, lang))
            .filter((name) => name !== title),
          description,
          organisation: organisation
            ? { name: plainText(organisation, at.lang), path: '/partners' }
            : undefined,
        }),
      ],
    };
  },
);

export default function InstructorPage() {
  const { t } = useT();
  const { instructor, recordings, seminars } = useLoaderData<typeof loader>();
  const { credit, about, organisation } = instructor;
  return (
    <Page
      title={<Text value={credit} />}
      lead={<Text value={about} />}
      crumbs={[{ to: '/partners', label: t('partners:title') }]}
      texts={[about]}
    >
      <Facts
        items={[
          { label: t('partners:credit'), value: <Spellings credit={credit} /> },
          organisation ? { label: t('partners:organisation'), value: <Text value={organisation} /> } : null,
        ]}
      />
      {seminars.length > 0 ? (
        <section className="section">
          <h2>{t('partners:seminars')}</h2>
          <SeminarLinks seminars={seminars} />
        </section>
      ) : null}
      {recordings.length > 0 ? <Recordings views={recordings} /> : null}
      {seminars.length + recordings.length === 0 ? (
        <p className="quiet gap-top">{t('partners:nothing')}</p>
      ) : null}
    </Page>
  );
}

/** Every spelling that the instructor gave, the own one first. */
function Spellings({ credit }: { credit: LocalizedText }) {
  const langs = [credit.original, ...langsOf(credit).filter((lang) => lang !== credit.original)];
  const texts = langs.map((lang) => ({ lang, text: credit[lang]?.text ?? '' }));
  const once = texts.filter(({ text }, index) => texts.findIndex((other) => other.text === text) === index);
  return (
    <>
      {once.map(({ lang, text }, index) => (
        <span key={lang}>
          {index > 0 ? ' · ' : null}
          <span lang={lang}>{text}</span>
        </span>
      ))}
    </>
  );
}

function Recordings({ views }: { views: Awaited<ReturnType<typeof loader>>['recordings'] }) {
  const { t } = useT();
  return (
    <section className="section">
      <h2>{t('partners:recordings')}</h2>
      <ul className="list gap-top">
        {views.map((view) => (
          <li key={view.slug} className="stack stack-s">
            <h3>
              <A to={`/recordings/${view.slug}`}>
                <Text value={view.title} quiet />
              </A>
            </h3>
            <RecordingLine view={view} />
          </li>
        ))}
      </ul>
    </section>
  );
}
