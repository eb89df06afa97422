import { useLoaderData } from '@remix-run/react';
import { listTracks } from '~/domain/captions/list-tracks.server';
import { listCourseTitles } from '~/domain/catalogue/list-course-titles.server';
import { listChapters } from '~/domain/chapters/list-chapters.server';
import { listPersons } from '~/domain/consents/list-persons.server';
import { listSpans } from '~/domain/consents/list-spans.server';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import { listTechniquesInput } from '~/domain/lexicon/inputs';
import { listTechniques } from '~/domain/lexicon/list-techniques.server';
import { previewRecording } from '~/domain/recordings/preview-recording.server';
import { type LocalizedText, plainText } from '~/i18n/content';
import { LANG_NAMES } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { ButtonLink } from '~/ui/kit/button';
import { Notice } from '~/ui/kit/notice';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { readerName } from '~/ui/lexicon/technique-name';
import { playerChapters } from '~/ui/media/player-chapters';
import { PlayerHost } from '~/ui/media/player-host';
import { Page } from '~/ui/shell/page';
import { formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { ChapterSection } from './chapter-section';
import { checksumForm } from './checksum-form.server';
import { consentForms } from './consent-forms.server';
import { FactsSection } from './facts-section';
import { loadFileFacts } from './file-facts.server';
import { FileSection } from './file-section';
import { PersonSection } from './person-section';
import { PublishSection } from './publish-section';
import { recordingForms, recordingOf } from './recording-forms.server';
import { SpanSection } from './span-section';

/** The upload, the packaging under way, and the player of the preview. */
export const handle = { script: true };

/** What viewers will get, with its captions; null while nothing plays. */
async function loadPreview(ctx: Ctx, recordingId: string, assetId: string) {
  const tracks = (await listTracks(ctx, { assetIds: [assetId] })).get(assetId) ?? [];
  const captions = tracks.map(({ lang }) => ({ lang, label: LANG_NAMES[lang].own }));
  const { source } = await previewRecording(ctx, { recordingId, captions });
  const machine = tracks.filter(({ isMachine }) => isMachine).map(({ lang }) => lang);
  return 'hls' in source ? { source, machine } : null;
}

/** What its instructor chooses from when saying who may watch. */
async function loadChoices(ctx: Ctx) {
  const [levels, courses] = await Promise.all([listLevels(ctx), listCourseTitles(ctx)]);
  const named = ({ id, title }: { id: string; title: LocalizedText }) => ({
    id,
    title: plainText(title, ctx.lang),
  });
  return {
    levels: levels.map(({ id, name }) => named({ id, title: name })),
    courses: [...courses.values()].map(named),
  };
}

export const loader = signedInLoader(async (args) => {
  const { ctx } = args;
  const recording = await recordingOf(args);
  const { id, assetId } = recording;
  const [files, chapters, { techniques }, preview, choices, persons, spans] = await Promise.all([
    loadFileFacts(ctx, [assetId]),
    listChapters(ctx, { recordingIds: [id] }),
    listTechniques(ctx, listTechniquesInput.parse({})),
    loadPreview(ctx, id, assetId),
    loadChoices(ctx),
    listPersons(ctx, { recordingId: id }),
    listSpans(ctx, { assetId }),
  ]);
  return {
    ...{ recording, preview, choices, persons, spans, techniques },
    chapters: chapters.get(id) ?? [],
    file: files.get(assetId) ?? { packaging: null, upload: null },
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
  'add-person': consentForms['add-person'],
  'record-consent': consentForms['record-consent'],
  'withdraw-consent': consentForms['withdraw-consent'],
  'withdraw-span': consentForms['withdraw-span'],
});

export const meta = pageMeta<Awaited<ReturnType<typeof loader>>>(({ title }) => ({ title, noindex: true }));

export default function StudioRecording() {
  const { t, lang } = useT();
  const page = useLoaderData<typeof loader>();
  const { recording, file, preview, chapters, techniques, choices, persons, spans, title } = page;
  const version = file.packaging?.version ?? 0;
  const names = new Map(techniques.map((technique) => [technique.id, technique]));
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
          {preview ? (
            <PlayerHost
              playback={preview.source}
              title={title}
              recordingId={recording.id}
              chapters={playerChapters(chapters, names, lang)}
              machineCaptions={preview.machine}
              viewing={null}
              startAt={0}
              progress={null}
            />
          ) : (
            <Notice>{t('recordings:studio.no-preview')}</Notice>
          )}
        </section>
        <p>
          <ButtonLink to={`/studio/recordings/${recording.slug}/captions`} look="plain">
            {t('recordings:studio.captions')}
          </ButtonLink>{' '}
          <ButtonLink to={`/studio/recordings/${recording.slug}/sounds`} look="plain">
            {t('sounds:title')}
          </ButtonLink>
        </p>
        <ChapterSection
          chapters={chapters}
          techniques={techniques.map(({ id, names: all }) => ({
            id,
            name: all.kanji,
            own: readerName(all, lang),
          }))}
        />
        <FactsSection recording={recording} {...choices} />
        <PersonSection persons={persons} />
        <SpanSection spans={spans} version={version} />
        <PublishSection recording={recording} version={version} />
      </div>
    </Page>
  );
}
