import { useLoaderData } from '@remix-run/react';
import { listPeopleInput } from '~/domain/people/inputs';
import { type ListedPerson, listPeople } from '~/domain/people/list-people.server';
import { isId } from '~/platform/ids';
import { EmptyState } from '~/ui/kit/empty-state';
import { Field, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { Pagination } from '~/ui/kit/pagination';
import { StatusMark } from '~/ui/kit/status';
import { type Column, Table } from '~/ui/kit/table';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';

export const loader = signedInLoader(async ({ ctx, url }) => {
  const after = url.searchParams.get('after');
  const q = (url.searchParams.get('q') ?? '').slice(0, 200);
  const input = listPeopleInput.parse({ q, after: isId(after) ? after : null });
  return { ...(await listPeople(ctx, input)), ...input };
});

export const meta = pageMeta<unknown>((_data, t) => ({ title: t('admin:people.title'), noindex: true }));

const query = (q: string, after: string | null) => {
  const search = new URLSearchParams({ ...(q ? { q } : {}), ...(after ? { after } : {}) }).toString();
  return search ? `/admin/people?${search}` : '/admin/people';
};

function useColumns(): readonly Column<ListedPerson>[] {
  const { t, fmt } = useT();
  return [
    {
      key: 'name',
      header: t('admin:people.name'),
      names: true,
      cell: ({ accountId, name }) => (
        <A to={`/admin/people/${accountId}`} className="link">
          {name || t('people:names.none')}
        </A>
      ),
    },
    { key: 'contact', header: t('admin:people.contact'), cell: (person) => <Contact person={person} /> },
    {
      key: 'roles',
      header: t('admin:people.roles'),
      cell: ({ roles }) => fmt.list(['coach', ...roles].map((role) => t.dynamic(`people:role.${role}`))),
    },
    {
      key: 'registered',
      header: t('admin:people.registered'),
      numeric: true,
      cell: ({ registeredAt }) => fmt.shortDate(registeredAt),
    },
  ];
}

function Contact({ person }: { person: ListedPerson }) {
  const { t } = useT();
  const isMail = person.contact.includes('@');
  return (
    <>
      <span className="break num">{person.contact}</span>{' '}
      {isMail && !person.emailConfirmed ? (
        <StatusMark status="waiting">{t('people:account.not-confirmed')}</StatusMark>
      ) : null}
    </>
  );
}

export default function People() {
  const { t } = useT();
  const { people, next, q, after } = useLoaderData<typeof loader>();
  const columns = useColumns();
  return (
    <Page title={t('admin:people.title')} width="office">
      <div className="stack">
        <Form method="get" className="form-inline" role="search">
          <Field
            name="q"
            type="search"
            label={t('admin:people.search')}
            hint={t('admin:people.search-hint')}
            value={q}
            required={false}
            maxLength={200}
          />
          <SubmitButton look="plain">{t('shell:action.search')}</SubmitButton>
        </Form>
        <Table
          caption={t('admin:people.caption')}
          columns={columns}
          rows={people}
          rowKey={({ accountId }) => accountId}
          empty={<EmptyState title={t('admin:people.empty')}>{t('admin:people.empty-text')}</EmptyState>}
        />
        <Pagination first={after ? query(q, null) : null} next={next ? query(q, next) : null} />
      </div>
    </Page>
  );
}
