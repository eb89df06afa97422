import { useLoaderData } from '@remix-run/react';
import { decidePairs } from '~/domain/imports/decide-pairs.server';
import { decidePairsForm, decisionsOf } from '~/domain/imports/inputs';
import { listPairs, type PairList } from '~/domain/imports/list-pairs.server';
import { EmptyState } from '~/ui/kit/empty-state';
import { SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Pagination } from '~/ui/kit/pagination';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { useFormState } from '~/web/form-state';
import { form, formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { PairCard } from './pair-card';

type View = PairList & { at: string; after: string };

export const loader = signedInLoader(async ({ ctx, params, url }): Promise<View> => {
  const importId = params.import ?? '';
  const after = (url.searchParams.get('after') ?? '').slice(0, 60);
  return { ...(await listPairs(ctx, { importId, after })), after, at: `/office/imports/${importId}` };
});

export const action = formActions({
  decide: form({
    schema: decidePairsForm,
    async run({ ctx, params, url, input }) {
      const importId = params.import ?? '';
      await decidePairs(ctx, { importId, decisions: decisionsOf(input) });
      const after = (url.searchParams.get('after') ?? '').slice(0, 60);
      const { next } = await listPairs(ctx, { importId, after });
      const page = next ? `/duplicates?after=${next}` : '';
      return {
        redirectTo: pagePath(ctx.lang, `/office/imports/${importId}${page}`),
        flash: 'imports:done.decided',
      };
    },
  }),
});

export const meta = pageMeta((view: View, t) => ({
  title: `${t('imports:pairs.title')} · ${view.fileName}`,
  noindex: true,
}));

export default function Duplicates() {
  const { fileName, rows, counts, next, isClosed, at, after } = useLoaderData<typeof loader>();
  const { t } = useT();
  const state = useFormState('decide');
  return (
    <Page
      width="office"
      title={t('imports:pairs.title')}
      lead={t('imports:pairs.undecided', { count: counts.undecided })}
      crumbs={[
        { to: '/office/imports', label: t('imports:list.title') },
        { to: at, label: fileName },
      ]}
    >
      <div className="stack">
        {rows.length === 0 ? (
          <EmptyState title={t('imports:pairs.none')}>
            <p>{t('imports:pairs.none-text')}</p>
          </EmptyState>
        ) : (
          <Form intent="decide" state={state} className="stack">
            <p>{t('imports:pairs.lead')}</p>
            {rows.map((pair) => (
              <PairCard key={pair.id} pair={pair} isClosed={isClosed} />
            ))}
            {isClosed ? null : (
              <div>
                <SubmitButton>{t(next ? 'imports:pairs.save-next' : 'imports:pairs.save')}</SubmitButton>
              </div>
            )}
          </Form>
        )}
        <Pagination
          first={after ? `${at}/duplicates` : null}
          next={next ? `${at}/duplicates?after=${next}` : null}
        />
      </div>
    </Page>
  );
}
