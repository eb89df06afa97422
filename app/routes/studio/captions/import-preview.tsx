import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { confirmImport } from '~/domain/captions/confirm-import.server';
import { getImport } from '~/domain/captions/get-import.server';
import { confirmImportForm, trackPageInput } from '~/domain/captions/inputs';
import { LANG_NAMES } from '~/i18n/locales';
import { ButtonLink } from '~/ui/kit/button';
import { SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { form, formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { assetAt, captionsHref, captionsPath } from './captions-at.server';
import { FirstCues, ImportReport } from './import-report';

export const loader = signedInLoader(async (args) => {
  const assetId = await assetAt(args);
  const { from } = trackPageInput.parse({ from: args.url.searchParams.get('from') ?? undefined });
  const found = await getImport(args.ctx, { assetId, importId: args.params.import ?? '', from });
  if (!found) throw redirect(captionsHref(args));
  return { ...found, here: captionsPath(args.params.recording ?? '') };
});

export const action = formActions({
  confirm: form({
    schema: confirmImportForm,
    async run(args) {
      const { importId } = args.input;
      const { lang } = await confirmImport(args.ctx, { assetId: await assetAt(args), importId });
      return { redirectTo: captionsHref(args, `/${lang}`), flash: 'captions:done.imported' };
    },
  }),
});

export const meta = pageMeta<unknown>((_data, t) => ({ title: t('captions:preview.title'), noindex: true }));

export default function ImportPreviewPage() {
  const { t } = useT();
  const found = useLoaderData<typeof loader>();
  const { lang, cues, replaces, encoding, format, fileName, importId, here } = found;
  const language = LANG_NAMES[lang].own;
  return (
    <Page
      title={t('captions:preview.title')}
      lead={t('captions:preview.lead')}
      crumbs={[{ to: here, label: t('captions:desk.title') }]}
    >
      <div className="stack stack-l">
        <p className="break">
          {t('captions:preview.file', { name: fileName || '–', format: t(`captions:format.${format}`) })}{' '}
          {t('captions:preview.encoding', { encoding: encoding.toUpperCase() })}
        </p>
        <FirstCues lang={lang} cues={found.first} total={cues} />
        <ImportReport found={found} path={`${here}/imports/${importId}`} />
        {replaces > 0 ? (
          <Notice kind="warn" title={t('captions:preview.replaces', { count: replaces, language })}>
            <p>{t('captions:preview.replaces-text')}</p>
          </Notice>
        ) : null}
        <Form intent="confirm" className="row">
          <input type="hidden" name="importId" value={importId} />
          <SubmitButton>{t('captions:preview.confirm', { count: cues, language })}</SubmitButton>
          <ButtonLink to={here} look="plain">
            {t('captions:preview.cancel')}
          </ButtonLink>
        </Form>
      </div>
    </Page>
  );
}
