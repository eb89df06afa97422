import { useLoaderData } from '@remix-run/react';
import { listTechniqueNames } from '~/domain/lexicon/list-technique-names.server';
import { listInstructors } from '~/domain/partners/list-instructors.server';
import { getSeminar } from '~/domain/seminars/get-seminar.server';
import { type LocalizedText, plainText } from '~/i18n/content';
import { localDateOf } from '~/platform/local-date';
import { RecordingLine } from '~/ui/catalogue/recording-line';
import { TechniqueLinks } from '~/ui/catalogue/technique-links';
import { A } from '~/ui/kit/link';
import { Tag } from '~/ui/kit/tag';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { SessionTimes, zoneName } from '~/ui/seminars/seminar-time';
import { Page } from '~/ui/shell/page';
import { cachedPublicLoader } from '~/web/handlers.server';
import { eventData } from '~/web/head/structured-data';
import { pageMeta } from '~/web/meta';
import { loadRecordingViews } from '../recording-views.server';
import { SeminarSheet } from './seminar-sheet';

export const loader = cachedPublicLoader(async ({ ctx, params, validUntil }) => {
  const seminar = await getSeminar(ctx, { slug: params.seminar ?? '' });
  const [views, instructors, techniques] = await Promise.all([
    loadRecordingViews(
      ctx,
      seminar.recordings.map(({ recordingId }) => recordingId),
    ),
    listInstructors(ctx, { accountIds: seminar.instructors }),
    listTechniqueNames(ctx, seminar.techniqueIds),
  ]);
  if (seminar.changesAt) validUntil(seminar.changesAt);
  return {
    seminar,
    instructors,
    techniques: [...techniques.values()].map(({ id, names }) => ({ id, names })),
    recordings: seminar.recordings.flatMap(({ recordingId, note }) => {
      const view = views.get(recordingId);
      return view ? [{ view, note }] : [];
    }),
    title: plainText(seminar.title, ctx.lang),
    description: plainText(seminar.summary, ctx.lang),
  };
});

/** Our words for where a seminar is held, in those of structured data. */
const MODES = { 'in-person': 'offline', online: 'online', hybrid: 'mixed' } as const;

export const meta = pageMeta<Awaited<ReturnType<typeof loader>>>(
  ({ title, description, seminar }, t, at) => ({
    title,
    description,
    crumbs: [{ to: '/seminars', label: t('seminars:title') }],
    data: [
      eventData(at, {
        ...{ path: `/seminars/${seminar.slug}`, name: title, description },
        ...{ startsAt: seminar.startsAt, endsAt: seminar.endsAt, mode: MODES[seminar.mode] },
        hosts: seminar.hosts.map(({ name }) => ({ name: plainText(name, at.lang) })),
        langs: [...seminar.spoken, ...seminar.interpreted],
        place: { name: plainText(seminar.place, at.lang) },
      }),
    ],
  }),
);

export default function SeminarPage() {
  const { t } = useT();
  const { seminar, instructors, recordings, techniques } = useLoaderData<typeof loader>();
  return (
    <Page
      title={<Text value={seminar.title} />}
      lead={<Text value={seminar.summary} />}
      crumbs={[{ to: '/seminars', label: t('seminars:title') }]}
      texts={[
        seminar.title,
        seminar.summary,
        ...seminar.outcomes,
        ...seminar.sessions.map(({ title }) => title),
      ]}
    >
      <p>
        <Tag>{t(`seminars:state.${seminar.state}`)}</Tag>
      </p>
      <div className="split gap-top">
        <div className="stack stack-l">
          <Programme seminar={seminar} />
          {seminar.outcomes.length > 0 ? <Outcomes outcomes={seminar.outcomes} /> : null}
          {recordings.length > 0 || seminar.state === 'past' ? <Recordings items={recordings} /> : null}
          {techniques.length > 0 ? (
            <section>
              <h2>{t('seminars:techniques')}</h2>
              <TechniqueLinks techniques={techniques} />
            </section>
          ) : null}
        </div>
        <SeminarSheet seminar={seminar} instructors={instructors} />
      </div>
    </Page>
  );
}

type Loaded = Awaited<ReturnType<typeof loader>>;

function Programme({ seminar }: Pick<Loaded, 'seminar'>) {
  const { t, fmt } = useT();
  const zones = fmt.list(seminar.zones.map((zone) => zoneName(zone, t)));
  const days = new Set(
    seminar.sessions.map(({ startsAt }) => localDateOf(startsAt, seminar.zones[0] ?? 'UTC')),
  );
  const severalDays = days.size > 1;
  return (
    <section>
      <h2>{t('seminars:programme')}</h2>
      <p className="quiet">{t('seminars:own-time', { zones })}</p>
      <ol className="sessions gap-top">
        {seminar.sessions.map(({ startsAt, endsAt, title, summary }) => (
          <li key={startsAt.toISOString()}>
            <p className="num">
              <SessionTimes startsAt={startsAt} endsAt={endsAt} zones={seminar.zones} withDay={severalDays} />
            </p>
            <div>
              <h3>
                <Text value={title} />
              </h3>
              <Text value={summary} as="p" className="quiet" />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Outcomes({ outcomes }: { outcomes: readonly LocalizedText[] }) {
  const { t } = useT();
  return (
    <section>
      <h2>{t('seminars:outcomes')}</h2>
      <ul className="prose-list measure">
        {outcomes.map((outcome) => (
          <li key={JSON.stringify(outcome)}>
            <Text value={outcome} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Only what stands in the catalogue of recordings, with its own length and credit. */
function Recordings({ items }: { items: Loaded['recordings'] }) {
  const { t } = useT();
  return (
    <section>
      <h2>{t('seminars:watch')}</h2>
      {items.length === 0 ? <p className="quiet">{t('seminars:no-watch')}</p> : null}
      <ul className="list gap-top">
        {items.map(({ view, note }) => (
          <li key={view.slug} className="stack stack-s">
            <h3>
              <A to={`/recordings/${view.slug}`}>
                <Text value={view.title} quiet />
              </A>
            </h3>
            {note ? <Text value={note} as="p" className="quiet measure" /> : null}
            <RecordingLine view={view} />
          </li>
        ))}
      </ul>
    </section>
  );
}
