import { useLoaderData } from '@remix-run/react';
import { type CourseTitle, listCourseTitles } from '~/domain/catalogue/list-course-titles.server';
import { listChapters } from '~/domain/chapters/list-chapters.server';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import { listTechniquesInput } from '~/domain/lexicon/inputs';
import { listTechniques } from '~/domain/lexicon/list-techniques.server';
import { previewRecording } from '~/domain/recordings/preview-recording.server';
import { plainText } from '~/i18n/content';
import { Notice } from '~/ui/kit/notice';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { readerName } from '~/ui/lexicon/technique-name';
import { PlayerHost } from '~/ui/media/player-host';
import { Page } from '~/ui/shell/page';
import { formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { ChapterSection } from './chapter-section';
import { checksumForm } from './checksum-form.server';
import { FactsSection } from './facts-section';
import { loadFileFacts } from './file-facts.server';
import { FileSection } from './file-section';
import { PublishSection } from './publish-section';
import { recordingForms, recordingOf } from './recording-forms.server';

/** The upload, the packaging under way, and the player of the preview. */
export const handle = { script: true };

export const loader = signedInLoader(async (args) => {
  const { ctx } = args;
  const recording = await recordingOf(args);
  const { id, assetId } = recording;
  const [files, chapters, { techniques }, preview, levels, courses] = await Promise.all([
    loadFileFacts(ctx, [assetId]),
    listChapters(ctx, { recordingIds: [id] }),
    listTechniques(ctx, listTechniquesInput.parse({})),
    previewRecording(ctx, { recordingId: id, captions: [] }),
    listLevels(ctx),
    recording.isOwn ? listCourseTitles(ctx) : new Map<string, CourseTitle>(),
  ]);
  return {
    ...{ recording, chapters: chapters.get(id) ?? [] },
    courses: [...courses.values()].map((one) => ({ id: one.id, title: plainText(one.title, ctx.lang) })),
    file: files.get(assetId) ?? { packaging: null, upload: null },
    source: 'hls' in preview.source ? preview.source : null,
    levels: levels.map((one) => ({ id: one.id, title: plainText(one.name, ctx.lang) })),
    techniques: techniques.map(({ id: technique, names }) => ({
      id: technique,
      name: names.kanji,
      own: readerName(names, ctx.lang),
    })),
    title: plainText(recording.title, ctx.lang),
  };
});

export const action = formActions({
  checksum: checksumForm,
  edit: recordingForms.edit,
  rights: recordingForms.rights,
  'write-chapter': recordingForms['write-chapter'],
  'remove-chapter': recordingForms['remove-chapter'],
  publish: recordingForms.publish,
  withdraw: recordingForms.withdraw,
  'cancel-upload': recordingForms['cancel-upload'],
  'package-again': recordingForms['package-again'],
});

export const meta = pageMeta<Awaited<ReturnType<typeof loader>>>(({ title }) => ({ title, noindex: true }));

export default function StudioRecording() {
  const { t } = useT();
  const page = useLoaderData<typeof loader>();
  const { recording, file, source, chapters, techniques, levels, courses, title } = page;
  return (
    <Page
      title={<Text value={recording.title} />}
      width="office"
      crumbs={[{ to: '/studio/recordings', label: t('recordings:studio.back') }]}
    >
      <div className="stack stack-l">
        <FileSection recording={recording} file={file} />
        <section>
          <h2>{t('recordings:studio.preview')}</h2>
          {source ? (
            <PlayerHost playback={source} title={title} startAt={0} progress={null} />
          ) : (
            <Notice>{t('recordings:studio.no-preview')}</Notice>
          )}
        </section>
        <ChapterSection chapters={chapters} techniques={techniques} />
        <FactsSection recording={recording} levels={levels} courses={courses} />
        <PublishSection recording={recording} version={file.packaging?.version ?? 0} />
      </div>
    </Page>
  );
}
