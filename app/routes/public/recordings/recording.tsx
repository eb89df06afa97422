import { useLoaderData } from '@remix-run/react';
import { listChapters } from '~/domain/chapters/list-chapters.server';
import { listTechniqueNames } from '~/domain/lexicon/list-technique-names.server';
import { listInstructors } from '~/domain/partners/list-instructors.server';
import { getRecording, type RecordingPage as RecordingFacts } from '~/domain/recordings/get-recording.server';
import { startInput } from '~/domain/recordings/inputs';
import { listRelatedSeminars } from '~/domain/seminars/list-related-seminars.server';
import { plainText } from '~/i18n/content';
import { formatters } from '~/i18n/format';
import type { Lang } from '~/i18n/locales';
import type { Translate } from '~/i18n/translate';
import type { Ctx } from '~/platform/context';
import type { RecordingView } from '~/ui/catalogue/material';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { playerChapters } from '~/ui/media/player-chapters';
import { TranscriptFold } from '~/ui/media/transcript';
import { SeminarLinks } from '~/ui/seminars/seminar-links';
import { Page } from '~/ui/shell/page';
import { cachedPublicLoader } from '~/web/handlers.server';
import { videoData } from '~/web/head/structured-data';
import { pageMeta } from '~/web/meta';
import { loadLessonVideo } from '../../learn/lesson-video.server';
import { loadRecordingViews } from '../recording-views.server';
import { RecordingChapters } from './recording-chapters';
import { RecordingSheet } from './recording-sheet';
import { RecordingStage } from './recording-stage';

/** The player; without script the browser's own one plays the small file. */
export const handle = { script: true };

/** Addresses of a public recording run for 50 minutes; a kept page must hand out fresh ones in time. */
const KEPT_MS = 20 * 60_000;

/** One sentence for search engines and previews: languages and whose it is. */
function describe(
  { lang }: Ctx,
  t: Translate,
  recording: RecordingFacts,
  view: RecordingView | undefined,
): string {
  const inWords = (langs: readonly Lang[] = []) =>
    langs.length > 0
      ? formatters(lang).list(langs.map((each) => t(`shell:language.${each}`)))
      : t('recordings:no-language');
  return t('recordings:described', {
    audio: inWords(view?.audio),
    captions: inWords(view?.captions),
    credit: plainText(recording.credit, lang),
  });
}

export const loader = cachedPublicLoader(async ({ ctx, t, params, url, validUntil }) => {
  const recording = await getRecording(ctx, { slug: params.recording ?? '' });
  const { id, publishedBy } = recording;
  const views = await loadRecordingViews(ctx, [id]);
  const [video, seminars, chapters, instructors] = await Promise.all([
    loadLessonVideo(ctx, id, views.get(id)),
    listRelatedSeminars(ctx, { recordingId: id }),
    listChapters(ctx, { recordingIds: [id] }),
    listInstructors(ctx, { accountIds: publishedBy ? [publishedBy] : [] }),
  ]);
  const parts = chapters.get(id) ?? [];
  validUntil(new Date(ctx.clock.now().getTime() + KEPT_MS));
  return {
    ...{ recording, video, seminars, view: views.get(id) ?? null, instructor: instructors[0] ?? null },
    chapters: parts,
    techniques: await listTechniqueNames(
      ctx,
      parts.flatMap(({ techniqueId }) => techniqueId ?? []),
    ),
    startAt: startInput.parse(Object.fromEntries(url.searchParams)).t || null,
    title: plainText(recording.title, ctx.lang),
    description: describe(ctx, t, recording, views.get(id)),
    credit: plainText(recording.credit, ctx.lang),
  };
});

export const meta = pageMeta<Awaited<ReturnType<typeof loader>>>((page, t, at) => {
  const { title, description, credit, recording, view, chapters } = page;
  return {
    title,
    description,
    kind: 'video.other',
    crumbs: [{ to: '/recordings', label: t('recordings:title') }],
    data: [
      videoData(at, {
        ...{ path: `/recordings/${recording.slug}`, name: title, description, credit },
        ...{ publishedAt: recording.publishedAt, durationSec: view?.durationSec ?? null },
        ...{ langs: view?.audio ?? [], captions: view?.captions ?? [] },
        chapters: chapters.map((part) => ({
          name: plainText(part.title, at.lang),
          startSec: part.startMs / 1000,
        })),
      }),
    ],
  };
});

export default function RecordingPage() {
  const { t, lang } = useT();
  const { recording, video, seminars, view, instructor, chapters, techniques, startAt } =
    useLoaderData<typeof loader>();
  const page = `/recordings/${recording.slug}`;
  return (
    <Page
      title={<Text value={recording.title} />}
      crumbs={[{ to: '/recordings', label: t('recordings:title') }]}
    >
      <div className="split">
        <div className="stack">
          <RecordingStage
            recording={recording}
            video={video}
            chapters={playerChapters(chapters, techniques, lang)}
            startAt={startAt}
          />
          <Text value={recording.credit} as="p" className="quiet" />
          {chapters.length > 0 ? (
            <RecordingChapters chapters={chapters} techniques={techniques} page={page} />
          ) : null}
          {video.transcript ? (
            <TranscriptFold label={t('recordings:words')} transcript={video.transcript} page={page} />
          ) : null}
          {seminars.length > 0 ? (
            <section>
              <h2>{t('recordings:from')}</h2>
              <SeminarLinks seminars={seminars} />
            </section>
          ) : null}
        </div>
        <RecordingSheet recording={recording} view={view} instructor={instructor} />
      </div>
    </Page>
  );
}
