import { useLoaderData } from '@remix-run/react';
import { applyForLevel } from '~/domain/applications/apply-for-level.server';
import { getPath, type Path } from '~/domain/applications/get-path.server';
import { applySchema, withdrawSchema } from '~/domain/applications/inputs';
import { withdrawApplication } from '~/domain/applications/withdraw-application.server';
import { plainText } from '~/i18n/content';
import { LANG_NAMES, LANGS } from '~/i18n/locales';
import { FindingSteps, type Titles } from '~/ui/applications/finding-steps';
import { Confirm } from '~/ui/kit/confirm';
import { RadioGroup, SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { Notice } from '~/ui/kit/notice';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { useFormState } from '~/web/form-state';
import { form, formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { refsOfFindings, refTitles } from './ref-titles.server';

type View = { path: Path; titles: Titles; title: string };

export const loader = signedInLoader(async ({ ctx, params }): Promise<View> => {
  const path = await getPath(ctx, { level: params.level ?? '' });
  const titles = await refTitles(ctx, refsOfFindings(path.findings), path.ladder);
  return { path, titles, title: plainText(path.level.name, ctx.lang) };
});

export const action = formActions({
  apply: form({
    schema: applySchema.omit({ level: true }),
    async run({ ctx, input, params }) {
      const level = params.level ?? '';
      await applyForLevel(ctx, { ...input, level });
      return {
        redirectTo: pagePath(ctx.lang, `/me/qualifications/${level}`),
        flash: 'licensing:done.applied',
      };
    },
  }),
  withdraw: form({
    schema: withdrawSchema,
    async run({ ctx, input }) {
      await withdrawApplication(ctx, input);
      return { redirectTo: pagePath(ctx.lang, '/me/qualifications'), flash: 'licensing:done.withdrawn' };
    },
  }),
});

export const meta = pageMeta((view: View) => ({ title: view.title, noindex: true }));

export default function MyLevel() {
  const { path, titles } = useLoaderData<typeof loader>();
  const { t } = useT();
  return (
    <Page
      title={<Text value={path.level.name} />}
      lead={<Text value={path.level.summary} quiet />}
      crumbs={[{ to: '/me/qualifications', label: t('licensing:mine.title') }]}
    >
      <div className="split">
        <section className="stack" aria-labelledby="path">
          <h2 id="path">{t('licensing:path.title')}</h2>
          <FindingSteps findings={path.findings} titles={titles} withLinks />
        </section>
        <section className="stack" aria-labelledby="apply">
          <h2 id="apply">{t('licensing:apply.title')}</h2>
          <ApplyPart path={path} />
        </section>
      </div>
    </Page>
  );
}

function ApplyPart({ path }: { path: Path }) {
  const { t } = useT();
  if (path.openApplicationId) return <OpenApplication applicationId={path.openApplicationId} />;
  if (path.isHeld) {
    return (
      <Notice kind="ok">
        <p>{t('licensing:apply.held')}</p>
        <A to="/me/qualifications" className="link target">
          {t('licensing:mine.title')}
        </A>
      </Notice>
    );
  }
  return <ApplyForm isReady={path.isReady} />;
}

function ApplyForm({ isReady }: { isReady: boolean }) {
  const { t, lang } = useT();
  const state = useFormState('apply');
  const options = LANGS.map((each) => ({ value: each, label: LANG_NAMES[each].own, lang: each }));
  return (
    <Form intent="apply" state={state}>
      {isReady ? null : (
        <Notice kind="warn">
          <p>{t('licensing:apply.not-ready')}</p>
        </Notice>
      )}
      <RadioGroup
        name="languages"
        label={t('licensing:apply.languages')}
        hint={t('licensing:apply.languages-hint')}
        options={options}
        multiple
        chosen={lang === 'kk' ? ['kk', 'ru'] : [lang, 'kk']}
      />
      <TextAreaField
        name="note"
        label={t('licensing:apply.note')}
        hint={t('licensing:apply.note-hint')}
        required={false}
        rows={3}
        maxLength={2000}
      />
      <SubmitButton>{t('licensing:apply.submit')}</SubmitButton>
    </Form>
  );
}

function OpenApplication({ applicationId }: { applicationId: string }) {
  const { t } = useT();
  const state = useFormState('withdraw');
  return (
    <div className="stack">
      <Notice kind="info">
        <p>{t('licensing:apply.open')}</p>
      </Notice>
      <Confirm summary={t('licensing:apply.withdraw')} open={state !== undefined}>
        <p>{t('licensing:apply.withdraw-text')}</p>
        <Form intent="withdraw" state={state}>
          <input type="hidden" name="applicationId" value={applicationId} />
          <SubmitButton look="danger">{t('licensing:apply.withdraw-submit')}</SubmitButton>
        </Form>
      </Confirm>
    </div>
  );
}
