import { useActionData, useLoaderData } from '@remix-run/react';
import { APPLICATION_LISTS } from '~/domain/applications/inputs';
import { type ApplicationList, listApplications } from '~/domain/applications/list-applications.server';
import { APPLICATION_KINDS } from '~/domain/applications/types';
import { prepareSchema } from '~/domain/batches/inputs';
import { prepareBatch } from '~/domain/batches/prepare-batch.server';
import { plainText } from '~/i18n/content';
import { newId } from '~/platform/ids';
import { ApplicationMark } from '~/ui/applications/application-mark';
import { EmptyState } from '~/ui/kit/empty-state';
import { A } from '~/ui/kit/link';
import { Pagination } from '~/ui/kit/pagination';
import { Table } from '~/ui/kit/table';
import { Tabs } from '~/ui/kit/tabs';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { form, formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { CHOICE, ChoosePart } from './choose-part';
import { addressWith, readFilter } from './filter';
import { FilterForm } from './filter-form';
import { officePlaces, type Place } from './office-places.server';

const NAMES = ['list', 'kind', 'level', 'path', 'q', 'after'] as const;
type Filter = Record<(typeof NAMES)[number], string>;
type View = Omit<ApplicationList, 'levels'> & {
  filter: Filter;
  places: Place[];
  levels: { slug: string; name: string }[];
  /** Of the form that chooses rows. */
  sendingKey: string;
};

export const loader = signedInLoader(async ({ ctx, url }): Promise<View> => {
  const filter = readFilter(url, NAMES);
  const { levels, ...found } = await listApplications(ctx, filter);
  const choices = levels.map(({ slug, name }) => ({ slug, name: plainText(name, ctx.lang) }));
  return { ...found, filter, places: await officePlaces(ctx), levels: choices, sendingKey: newId() };
});

export const action = formActions({
  prepare: form({
    schema: prepareSchema,
    async run({ ctx, input }) {
      const { batchId } = await prepareBatch(ctx, { ...input, all: input.all || undefined });
      return { redirectTo: pagePath(ctx.lang, `/office/batches/${batchId}`) };
    },
  }),
});

export const meta = pageMeta<View>((_view, t) => ({ title: t('licensing:queue.title'), noindex: true }));

export default function Applications() {
  const { filter, places, levels, total, next, rows, sendingKey } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useT();
  const list = APPLICATION_LISTS.find((each) => each === filter.list) ?? 'open';
  const to = (changes: Partial<Filter>) =>
    addressWith('/office/applications', { ...filter, after: '', ...changes });
  return (
    <Page
      width="office"
      title={t('licensing:queue.title')}
      lead={t('licensing:queue.found', { count: total })}
      actions={
        <A to="/office/batches" className="link target">
          {t('batches:to-list')}
        </A>
      }
    >
      <div className="stack">
        <Tabs
          label={t('licensing:queue.lists')}
          items={APPLICATION_LISTS.map((each) => ({
            to: to({ list: each }),
            label: t(`licensing:queue.list.${each}`),
            current: each === list,
          }))}
        />
        <FilterForm
          filter={filter}
          keep={['list']}
          selects={[
            {
              name: 'kind',
              label: t('applications:kind.label'),
              options: APPLICATION_KINDS.map((kind) => ({
                value: kind,
                label: t(`applications:kind.${kind}`),
              })),
            },
            {
              name: 'level',
              label: t('licensing:filter.level'),
              options: levels.map((each) => ({ value: each.slug, label: each.name })),
            },
            {
              name: 'path',
              label: t('licensing:filter.place'),
              options: places.map(({ path, name }) => ({ value: path, label: name })),
            },
          ]}
          clear={to({ kind: '', level: '', path: '', q: '' })}
        />
        <QueueTable rows={rows} canChoose={list !== 'closed'} />
        {list !== 'closed' && rows.length > 0 ? (
          <ChoosePart sendingKey={sendingKey} query={to({}).split('?')[1] ?? ''} state={sent?.form} />
        ) : null}
        <Pagination first={filter.after ? to({}) : null} next={next ? to({ after: next }) : null} />
      </div>
    </Page>
  );
}

const CHOOSING = {
  name: 'applicationIds',
  form: CHOICE,
  label: ({ displayName }: View['rows'][number]) => displayName,
};

function QueueTable({ rows, canChoose }: { rows: View['rows']; canChoose: boolean }) {
  const { t, fmt } = useT();
  return (
    <Table
      caption={t('licensing:queue.caption')}
      quietCaption
      rows={rows}
      rowKey={({ id }) => id}
      select={canChoose ? CHOOSING : undefined}
      empty={
        <EmptyState title={t('licensing:queue.none')}>
          <p>{t('licensing:queue.none-text')}</p>
        </EmptyState>
      }
      columns={[
        {
          key: 'who',
          header: t('licensing:column.holder'),
          names: true,
          cell: ({ id, displayName, latinName }) => (
            <>
              <A to={`/office/applications/${id}`} className="link">
                {displayName}
              </A>{' '}
              <span className="quiet" lang="en">
                {latinName}
              </span>
            </>
          ),
        },
        {
          key: 'level',
          header: t('licensing:filter.level'),
          cell: ({ level }) => (level ? <Text value={level.name} quiet /> : null),
        },
        {
          key: 'kind',
          header: t('applications:kind.label'),
          cell: ({ kind }) => t(`applications:kind.${kind}`),
        },
        {
          key: 'submitted',
          header: t('licensing:column.submitted'),
          cell: ({ submittedAt, level }) => fmt.dateTime(submittedAt, level?.framework.zone ?? 'UTC'),
        },
        {
          key: 'state',
          header: t('licensing:column.state'),
          cell: ({ kind, state }) => <ApplicationMark kind={kind} state={state} />,
        },
      ]}
    />
  );
}
