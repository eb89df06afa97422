import { useLoaderData } from '@remix-run/react';
import { getCaptionDesk } from '~/domain/captions/get-caption-desk.server';
import { importForm, startTranslationForm } from '~/domain/captions/inputs';
import { previewImport } from '~/domain/captions/preview-import.server';
import { startTranslation } from '~/domain/captions/start-translation.server';
import { EmptyState } from '~/ui/kit/empty-state';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { form, formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { assetAt, captionsHref, captionsPath } from './captions-at.server';
import { ImportSection, TranslateSection } from './desk-forms';
import { TrackTable } from './track-table';

export const loader = signedInLoader(async (args) => {
  const assetId = await assetAt(args);
  const here = captionsPath(args.params.recording ?? '');
  return { ...(await getCaptionDesk(args.ctx, { assetId })), here };
});

export const action = formActions(
  {
    import: form({
      schema: importForm,
      async run(args) {
        const { lang, origin, encoding, file } = args.input;
        const assetId = await assetAt(args);
        const bytes = new Uint8Array(await file.arrayBuffer());
        const sent = { assetId, lang, origin, encoding, fileName: file.name ?? '', bytes };
        const { importId } = await previewImport(args.ctx, sent);
        return { redirectTo: captionsHref(args, `/imports/${importId}`) };
      },
    }),
    translate: form({
      schema: startTranslationForm,
      async run(args) {
        const { from, lang } = args.input;
        await startTranslation(args.ctx, { assetId: await assetAt(args), from, lang });
        return { redirectTo: captionsHref(args, `/${lang}`), flash: 'captions:done.translation-started' };
      },
    }),
  },
  { files: true },
);

export const meta = pageMeta<unknown>((_data, t) => ({ title: t('captions:desk.title'), noindex: true }));

export default function CaptionDeskPage() {
  const { t, path } = useT();
  const { title, tracks, writes, here } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('captions:desk.title')}
      lead={<Text value={title} />}
      width="office"
      crumbs={[
        { to: '/studio/recordings', label: t('recordings:studio.back') },
        { to: path.replace(/\/captions$/, ''), label: <Text value={title} /> },
      ]}
    >
      {tracks.length === 0 ? (
        <EmptyState title={t('captions:desk.none')}>
          <p>{t('captions:desk.none-text')}</p>
        </EmptyState>
      ) : (
        <TrackTable tracks={tracks} here={here} />
      )}
      <div className="two section">
        <ImportSection writes={writes} />
        <TranslateSection tracks={tracks} writes={writes} />
      </div>
    </Page>
  );
}
