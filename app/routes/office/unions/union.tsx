import { useLoaderData } from '@remix-run/react';
import { answerUnion } from '~/domain/unions/answer-union.server';
import { getUnion, type UnionView } from '~/domain/unions/get-union.server';
import { answerForm, partForm } from '~/domain/unions/inputs';
import { partRecords } from '~/domain/unions/part-records.server';
import { Facts } from '~/ui/kit/facts';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { form, formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { CountList } from './counts';
import { RecordCard, SharedLevels } from './record-card';
import { UnionActs } from './union-acts';

export const loader = signedInLoader(({ ctx, params }) => getUnion(ctx, { unionId: params.union ?? '' }));

const answer = (said: 'confirm' | 'decline') =>
  form({
    schema: answerForm,
    async run({ ctx, params }) {
      const unionId = params.union ?? '';
      await answerUnion(ctx, { unionId, answer: said });
      const flash = said === 'confirm' ? 'unions:done.joined' : 'unions:done.declined';
      return { redirectTo: pagePath(ctx.lang, `/office/unions/${unionId}`), flash };
    },
  });

const part = form({
  schema: partForm,
  async run({ ctx, input, params }) {
    const unionId = params.union ?? '';
    await partRecords(ctx, { unionId, ...input });
    return { redirectTo: pagePath(ctx.lang, `/office/unions/${unionId}`), flash: 'unions:done.parted' };
  },
});

export const action = formActions({ confirm: answer('confirm'), decline: answer('decline'), part });

export const meta = pageMeta((view: UnionView) => ({ title: view.kept.displayName, noindex: true }));

export default function UnionPage() {
  const view = useLoaderData<typeof loader>();
  const { t } = useT();
  return (
    <Page
      width="office"
      title={view.kept.displayName}
      lead={t(`unions:state.${view.state}`)}
      crumbs={[{ to: '/office/unions', label: t('unions:list.title') }]}
    >
      <div className="split">
        <div className="stack stack-l">
          <UnionFacts view={view} />
          <Moved view={view} />
          <Waiting view={view} />
        </div>
        <section className="stack" aria-labelledby="acts">
          <h2 id="acts">{t('unions:case.decide')}</h2>
          <UnionActs view={view} />
        </section>
      </div>
    </Page>
  );
}

function UnionFacts({ view }: { view: UnionView }) {
  const { t, fmt } = useT();
  const by = (label: string, name: string | null, at: Date | null) =>
    at && name !== null
      ? { label, value: t('unions:case.by', { name, date: fmt.dateTime(at, 'Asia/Almaty') }) }
      : null;
  return (
    <Facts
      items={[
        { label: t('unions:kept'), value: view.kept.displayName },
        { label: t('unions:absorbed'), value: view.absorbed.displayName },
        { label: t('unions:compare.reason'), value: view.reason },
        { label: t('unions:compare.document'), value: view.document },
        view.keys === 2 ? by(t('unions:case.asked'), view.askedByName, view.askedAt) : null,
        by(t('unions:case.joined'), view.joinedByName, view.joinedAt),
        by(t('unions:case.declined'), view.declinedByName, view.declinedAt),
        by(t('unions:case.parted'), view.partedByName, view.partedAt),
        view.partReason ? { label: t('unions:case.part-reason'), value: view.partReason } : null,
      ]}
    />
  );
}

function Moved({ view }: { view: UnionView }) {
  const { t } = useT();
  const isEmpty = Object.values(view.moved).every((count) => count === 0);
  if (view.joinedAt === null || (isEmpty && view.state === 'parted')) return null;
  return (
    <section className="stack" aria-labelledby="moved">
      <h2 id="moved">{t('unions:case.moved')}</h2>
      {isEmpty ? <p>{t('unions:case.nothing')}</p> : <CountList counts={view.moved} />}
      {view.state === 'joined' && view.absorbed.hasAccount ? <p>{t('unions:case.account-stays')}</p> : null}
    </section>
  );
}

/** While it waits: both records as they are now, for whoever turns the second key. */
function Waiting({ view: { records } }: { view: UnionView }) {
  const { t } = useT();
  if (!records) return null;
  const { kept, absorbed } = records;
  const account = kept.hasAccount ? 'unions:case.account-locks' : 'unions:case.account-moves';
  return (
    <section className="stack" aria-labelledby="records">
      <h2 id="records">{t('unions:case.records')}</h2>
      <RecordCard record={kept} heading={t('unions:case.kept', { name: kept.displayName })} />
      <RecordCard record={absorbed} heading={t('unions:case.absorbed', { name: absorbed.displayName })} />
      {absorbed.hasAccount ? <Notice>{t(account)}</Notice> : null}
      <SharedLevels one={kept} two={absorbed} />
    </section>
  );
}
