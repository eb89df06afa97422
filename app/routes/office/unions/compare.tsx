import { useLoaderData } from '@remix-run/react';
import { type Comparison, compareRecords } from '~/domain/unions/compare-records.server';
import { joinForm } from '~/domain/unions/inputs';
import { joinRecords } from '~/domain/unions/join-records.server';
import type { ComparedRecord } from '~/domain/unions/types';
import { plainText } from '~/i18n/content';
import { Confirm } from '~/ui/kit/confirm';
import { Field, RadioGroup, SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { useFormState } from '~/web/form-state';
import { formAction, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { RecordCard, SharedLevels } from './record-card';

export const loader = signedInLoader(({ ctx, params }) =>
  compareRecords(ctx, { one: params.person ?? '', two: params.other ?? '' }),
);

export const action = formAction({
  schema: joinForm,
  async run({ ctx, input, params }) {
    const pair = { one: params.person ?? '', two: params.other ?? '' };
    const { unionId, state } = await joinRecords(ctx, { ...pair, ...input });
    return { redirectTo: pagePath(ctx.lang, `/office/unions/${unionId}`), flash: `unions:done.${state}` };
  },
});

export const meta = pageMeta<Comparison>((_view, t) => ({ title: t('unions:compare.title'), noindex: true }));

export default function CompareRecords() {
  const view = useLoaderData<typeof loader>();
  const { t } = useT();
  return (
    <Page
      width="office"
      title={t('unions:compare.title')}
      lead={t('unions:compare.lead')}
      crumbs={[
        { to: '/office/unions', label: t('unions:list.title') },
        { to: `/office/unions/of/${view.one.personId}`, label: t('unions:find.title') },
      ]}
    >
      <div className="stack stack-l">
        <div className="split">
          <RecordCard record={view.one} heading={t('unions:compare.one', { name: view.one.displayName })} />
          <RecordCard record={view.two} heading={t('unions:compare.two', { name: view.two.displayName })} />
        </div>
        {view.isOwn ? <Notice>{t('unions:compare.own')}</Notice> : <JoinForm view={view} />}
      </div>
    </Page>
  );
}

/** What tells one of them from the other in a line. */
function useHint(): (record: ComparedRecord) => string {
  const { t, lang } = useT();
  return ({ organisation, awards, hasAccount }) =>
    [
      organisation ? plainText(organisation, lang) : t('unions:compare.placeless'),
      ...new Set(awards.map(({ level }) => plainText(level.name, lang))),
      t(hasAccount ? 'unions:compare.has-account' : 'unions:compare.no-account'),
    ].join(' · ');
}

function JoinForm({ view }: { view: Comparison }) {
  const { t } = useT();
  const state = useFormState();
  const hintOf = useHint();
  const { one, two } = view;
  return (
    <Form state={state}>
      {one.hasAccount && two.hasAccount ? <Notice>{t('unions:compare.two-accounts')}</Notice> : null}
      <SharedLevels one={one} two={two} />
      {view.keys === 2 ? <Notice>{t('unions:compare.two-keys')}</Notice> : null}
      <RadioGroup
        name="kept"
        label={t('unions:compare.kept')}
        hint={t('unions:compare.kept-hint')}
        required
        framed
        options={[
          {
            value: one.personId,
            label: t('unions:compare.one', { name: one.displayName }),
            hint: hintOf(one),
          },
          {
            value: two.personId,
            label: t('unions:compare.two', { name: two.displayName }),
            hint: hintOf(two),
          },
        ]}
      />
      <TextAreaField name="reason" label={t('unions:compare.reason')} required rows={3} maxLength={1000} />
      <Field name="document" label={t('unions:compare.document')} required maxLength={200} />
      <Confirm summary={t('unions:compare.open')} open={state !== undefined}>
        <p>{t('unions:compare.preview')}</p>
        <SubmitButton>{t('unions:compare.submit')}</SubmitButton>
      </Confirm>
    </Form>
  );
}
