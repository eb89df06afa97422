import { useLoaderData } from '@remix-run/react';
import { type Comparison, compareRecords } from '~/domain/unions/compare-records.server';
import { joinForm } from '~/domain/unions/inputs';
import { joinRecords } from '~/domain/unions/join-records.server';
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
import { RecordCard } from './record-card';

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
          <RecordCard record={view.one} />
          <RecordCard record={view.two} />
        </div>
        {view.isOwn ? <Notice>{t('unions:compare.own')}</Notice> : <JoinForm view={view} />}
      </div>
    </Page>
  );
}

function JoinForm({ view }: { view: Comparison }) {
  const { t } = useT();
  const state = useFormState();
  const { one, two } = view;
  const told = one.displayName === two.displayName;
  return (
    <Form state={state}>
      {one.hasAccount && two.hasAccount ? <Notice>{t('unions:compare.two-accounts')}</Notice> : null}
      {view.keys === 2 ? <Notice>{t('unions:compare.two-keys')}</Notice> : null}
      <RadioGroup
        name="kept"
        label={t('unions:compare.kept')}
        hint={t('unions:compare.kept-hint')}
        required
        framed
        options={[one, two].map((record) => ({
          value: record.personId,
          label: record.displayName,
          ...(told || record.hasAccount
            ? { hint: t(record.hasAccount ? 'unions:compare.has-account' : 'unions:compare.no-account') }
            : {}),
        }))}
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
