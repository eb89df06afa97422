import { useLoaderData } from '@remix-run/react';
import { confirmImport } from '~/domain/imports/confirm-import.server';
import { getImport, type ImportView } from '~/domain/imports/get-import.server';
import { noFields } from '~/domain/imports/inputs';
import { undoImport } from '~/domain/imports/undo-import.server';
import { ButtonLink } from '~/ui/kit/button';
import { Confirm } from '~/ui/kit/confirm';
import { SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Progress } from '~/ui/kit/meter';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { useFormState } from '~/web/form-state';
import { form, formActions, type LoadArgs, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { CheckReport, ResultReport } from './report';
import { StageMark } from './stage-mark';

export const loader = signedInLoader(
  ({ ctx, params }): Promise<ImportView> => getImport(ctx, { importId: params.import ?? '' }),
);

const idOf = ({ params }: Pick<LoadArgs, 'params'>) => params.import ?? '';

export const action = formActions({
  confirm: form({
    schema: noFields,
    async run(args) {
      await confirmImport(args.ctx, { importId: idOf(args) });
      return { redirectTo: pagePath(args.ctx.lang, `/office/imports/${idOf(args)}`) };
    },
  }),
  undo: form({
    schema: noFields,
    async run(args) {
      const { isGone } = await undoImport(args.ctx, { importId: idOf(args) });
      return {
        redirectTo: pagePath(args.ctx.lang, '/office/imports'),
        flash: isGone ? 'imports:done.thrown-away' : 'imports:done.undone',
      };
    },
  }),
});

export const meta = pageMeta((view: ImportView) => ({ title: view.fileName, noindex: true }));

export default function Import() {
  const view = useLoaderData<typeof loader>();
  const { t } = useT();
  return (
    <Page
      width="office"
      title={view.fileName}
      lead={<StageMark stage={view.stage} />}
      crumbs={[{ to: '/office/imports', label: t('imports:list.title') }]}
    >
      <div className="stack stack-l">
        <Stage view={view} />
      </div>
    </Page>
  );
}

function Stage({ view }: { view: ImportView }) {
  const { t } = useT();
  switch (view.stage) {
    case 'reading':
    case 'checking':
      return (
        <>
          <Running view={view} />
          <ThrowAway />
        </>
      );
    case 'writing':
    case 'undoing':
      return <Running view={view} />;
    case 'unreadable':
      return (
        <>
          <Notice kind="warn" title={t('imports:fault.title')}>
            <p>{t.dynamic(`imports:fault.${view.fault ?? 'damaged'}`)}</p>
          </Notice>
          <ThrowAway />
        </>
      );
    case 'to-map':
      return (
        <>
          <p>{t('imports:map.next', { count: view.total })}</p>
          <div className="row">
            <ButtonLink to={`/office/imports/${view.id}/columns`}>{t('imports:map.open')}</ButtonLink>
          </div>
          <ThrowAway />
        </>
      );
    case 'checked':
      return (
        <>
          <CheckReport view={view} />
          <ConfirmForm view={view} />
          <ThrowAway />
        </>
      );
    case 'written':
      return (
        <>
          {view.result?.refused ? <Refused reason={view.result.refused} /> : null}
          <ResultReport view={view} />
          <Undo view={view} />
        </>
      );
  }
}

function Running({ view }: { view: ImportView }) {
  const { t, fmt } = useT();
  return (
    <>
      <Progress
        label={t(`imports:stage.${view.stage}`)}
        value={view.done}
        max={view.total}
        shown={t('imports:progress', { done: fmt.number(view.done), total: fmt.number(view.total) })}
      />
      <p>{t('imports:progress-text')}</p>
      <div className="row">
        <ButtonLink to={`/office/imports/${view.id}`} look="plain">
          {t('imports:refresh')}
        </ButtonLink>
      </div>
    </>
  );
}

function ConfirmForm({ view }: { view: ImportView }) {
  const { t } = useT();
  const state = useFormState('confirm');
  const { verdicts, pairs } = view;
  const ready = verdicts.new + verdicts.adds - pairs.undecidedRows - pairs.outRows;
  return (
    <Confirm summary={t('imports:confirm.open')} open={state !== undefined}>
      <p>{t('imports:confirm.rows', { count: ready })}</p>
      {pairs.undecidedRows > 0 ? (
        <p>{t('imports:confirm.undecided', { count: pairs.undecidedRows })}</p>
      ) : null}
      {verdicts.error > 0 ? <p>{t('imports:confirm.errors', { count: verdicts.error })}</p> : null}
      <Form intent="confirm" state={state}>
        <SubmitButton>{t('imports:confirm.submit')}</SubmitButton>
      </Form>
    </Confirm>
  );
}

function ThrowAway() {
  const { t } = useT();
  const state = useFormState('undo');
  return (
    <Confirm summary={t('imports:throw-away.open')} danger open={state !== undefined}>
      <p>{t('imports:throw-away.text')}</p>
      <Form intent="undo" state={state}>
        <SubmitButton look="danger">{t('imports:throw-away.submit')}</SubmitButton>
      </Form>
    </Confirm>
  );
}

function Refused({ reason }: { reason: NonNullable<ImportView['result']>['refused'] & string }) {
  const { t } = useT();
  return (
    <Notice kind="warn" title={t('imports:refused.title')}>
      <p>{t('imports:refused.text', { what: t(`imports:refused.${reason}`) })}</p>
    </Notice>
  );
}

function Undo({ view }: { view: ImportView }) {
  const { t } = useT();
  const state = useFormState('undo');
  const { people = 0, awards = 0 } = view.result ?? {};
  return (
    <Confirm summary={t('imports:undo.open')} danger open={state !== undefined}>
      <p>
        {t('imports:undo.people', { count: people })} {t('imports:undo.awards', { count: awards })}
      </p>
      <p>{t('imports:undo.text')}</p>
      <Form intent="undo" state={state}>
        <SubmitButton look="danger">{t('imports:undo.submit')}</SubmitButton>
      </Form>
    </Confirm>
  );
}
