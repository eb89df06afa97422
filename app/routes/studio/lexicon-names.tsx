import { useLoaderData } from '@remix-run/react';
import { listTechniquesInput } from '~/domain/lexicon/inputs';
import { listTechniques } from '~/domain/lexicon/list-techniques.server';
import { listWaitingTexts } from '~/domain/lexicon/list-waiting-texts.server';
import type { ListedTechnique } from '~/domain/lexicon/types';
import { Field, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { type Column, Table } from '~/ui/kit/table';
import { useT } from '~/ui/kit/use-t';
import { RubyName } from '~/ui/lexicon/technique-name';
import { Page } from '~/ui/shell/page';
import { signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { StudioTabs } from './lexicon-tabs';

type Row = Pick<ListedTechnique, 'id' | 'names' | 'class'>;

export const loader = signedInLoader(async ({ ctx, url }) => {
  const { counts } = await listWaitingTexts(ctx, { lang: ctx.lang });
  const filter = listTechniquesInput.parse({ q: url.searchParams.get('q') ?? '' });
  const { techniques } = await listTechniques(ctx, filter);
  return {
    q: filter.q,
    waiting: counts.reduce((sum, { count }) => sum + count, 0),
    techniques: techniques.map(({ id, names, class: ofClass }): Row => ({ id, names, class: ofClass })),
  };
});

export const meta = pageMeta<unknown>((_data, t) => ({ title: t('lexicon:studio.title'), noindex: true }));

export default function LexiconNames() {
  const { t } = useT();
  const { q, waiting, techniques } = useLoaderData<typeof loader>();
  const columns: readonly Column<Row>[] = [
    {
      key: 'name',
      header: t('lexicon:studio.name'),
      names: true,
      cell: ({ id, names }) => (
        <A to={`/studio/lexicon/${id}`} className="target">
          <RubyName names={names} />
        </A>
      ),
    },
    {
      key: 'latin',
      header: t('lexicon:studio.latin'),
      cell: ({ names }) => <span lang="ja-Latn">{names.romaji}</span>,
    },
    {
      key: 'cyrillic',
      header: t('lexicon:studio.script-cyrillic'),
      cell: ({ names }) => <span lang="ja-Cyrl">{names.cyrillic}</span>,
    },
    { key: 'class', header: t('lexicon:technique.class'), cell: (row) => t(`lexicon:class.${row.class}`) },
  ];
  return (
    <Page title={t('lexicon:studio.title')} lead={t('lexicon:studio.lead')} width="office">
      <StudioTabs waiting={waiting} />
      <search className="gap-top gap-bottom">
        <Form method="get" className="form-inline filter">
          <Field
            name="q"
            type="search"
            label={t('lexicon:studio.find')}
            required={false}
            value={q}
            maxLength={200}
            spellCheck={false}
          />
          <SubmitButton>{t('shell:action.search')}</SubmitButton>
        </Form>
      </search>
      <Table
        caption={t('lexicon:studio.table')}
        quietCaption
        columns={columns}
        rows={techniques}
        rowKey={({ id }) => id}
        empty={<p className="quiet">{t('lexicon:list.none')}</p>}
      />
    </Page>
  );
}
