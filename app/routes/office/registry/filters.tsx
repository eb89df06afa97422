import { useActionData, useLoaderData } from '@remix-run/react';
import { deleteFilter } from '~/domain/registry/delete-filter.server';
import { deleteFilterSchema, renameFilterSchema } from '~/domain/registry/inputs';
import { listFilters } from '~/domain/registry/list-filters.server';
import { renameFilter } from '~/domain/registry/rename-filter.server';
import type { SavedFilter } from '~/domain/registry/types';
import { Confirm } from '~/ui/kit/confirm';
import { EmptyState } from '~/ui/kit/empty-state';
import { Field, SubmitButton } from '~/ui/kit/field';
import { Form, type FormState } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { form, formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { registerAt } from './saved-part';

type View = { saved: SavedFilter[] };

export const loader = signedInLoader(async ({ ctx }): Promise<View> => ({ saved: await listFilters(ctx) }));

const HERE = '/office/register/filters';

export const action = formActions({
  'rename-filter': form({
    schema: renameFilterSchema,
    async run({ ctx, input }) {
      await renameFilter(ctx, input);
      return { redirectTo: pagePath(ctx.lang, HERE), flash: 'registry:done.renamed' };
    },
  }),
  'delete-filter': form({
    schema: deleteFilterSchema,
    async run({ ctx, input }) {
      await deleteFilter(ctx, input);
      return { redirectTo: pagePath(ctx.lang, HERE), flash: 'registry:done.deleted' };
    },
  }),
});

export const meta = pageMeta<View>((_view, t) => ({ title: t('registry:filters.title'), noindex: true }));

export default function Filters() {
  const { saved } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const { t } = useT();
  return (
    <Page
      title={t('registry:filters.title')}
      lead={t('registry:filters.lead')}
      actions={
        <A to="/office/register" className="link target">
          {t('registry:filters.back')}
        </A>
      }
    >
      {saved.length === 0 ? (
        <EmptyState title={t('registry:filters.none')}>
          <p>{t('registry:filters.none-text')}</p>
        </EmptyState>
      ) : (
        <ul className="stack">
          {saved.map((each) => (
            <Filter
              key={each.id}
              filter={each}
              state={state?.values.filterId === each.id ? state : undefined}
            />
          ))}
        </ul>
      )}
    </Page>
  );
}

function Filter({ filter, state }: { filter: SavedFilter; state: FormState | undefined }) {
  const { t } = useT();
  const { id, name, query } = filter;
  return (
    <li className="row">
      <A to={registerAt(query)} className="link target">
        {name}
      </A>
      <Confirm summary={t('registry:filters.rename')} open={state !== undefined}>
        <Form intent="rename-filter" scope={id} state={state}>
          <input type="hidden" name="filterId" value={id} />
          <Field
            name="name"
            label={t('registry:filters.name')}
            value={name}
            maxLength={80}
            autoComplete="off"
          />
          <SubmitButton>{t('registry:filters.rename-submit')}</SubmitButton>
        </Form>
      </Confirm>
      <Confirm summary={t('registry:filters.delete')}>
        <p>{t('registry:filters.delete-text', { name })}</p>
        <Form intent="delete-filter">
          <input type="hidden" name="filterId" value={id} />
          <SubmitButton look="plain">{t('registry:filters.delete-submit')}</SubmitButton>
        </Form>
      </Confirm>
    </li>
  );
}
