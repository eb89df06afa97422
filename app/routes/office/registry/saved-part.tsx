import type { SavedFilter } from '~/domain/registry/types';
import { Confirm } from '~/ui/kit/confirm';
import { Field, SubmitButton } from '~/ui/kit/field';
import { Form, type FormState } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { Chips } from '~/ui/kit/tabs';
import { useT } from '~/ui/kit/use-t';
import { addressWith } from '../filter';

/** The address of the register under a query. */
export const registerAt = (query: string): string =>
  query ? `/office/register?${query}` : '/office/register';

/** The filters that the registrar keeps, as links. */
export function SavedFilters({ filters, current }: { filters: readonly SavedFilter[]; current: string }) {
  const { t } = useT();
  if (filters.length === 0) return null;
  return (
    <div className="row">
      <Chips
        label={t('registry:filters.label')}
        items={filters.map(({ name, query }) => ({
          to: registerAt(query),
          label: name,
          current: query === current,
        }))}
      />
      <A to="/office/register/filters" className="link target">
        {t('registry:filters.manage')}
      </A>
    </div>
  );
}

type Props = { filter: Readonly<Record<string, string>>; query: string; state: FormState | undefined };

/** What can be done with the filter on the page: keep it under a name, take its rows away. */
export function FilterActs({ filter, query, state }: Props) {
  const { t } = useT();
  const file = (format: string) => addressWith('/office/register/export', { ...filter, after: '', format });
  return (
    <div className="row">
      <Confirm summary={t('registry:filters.save')} open={state !== undefined}>
        <Form intent="save-filter" state={state}>
          <input type="hidden" name="query" value={query} />
          <Field name="name" label={t('registry:filters.name')} maxLength={80} autoComplete="off" />
          <SubmitButton>{t('registry:filters.submit')}</SubmitButton>
        </Form>
      </Confirm>
      <nav className="row" aria-label={t('registry:export.label')}>
        <span className="quiet">{t('registry:export.label')}</span>
        <A to={file('xlsx')} className="link target" rel="nofollow">
          {t('registry:export.xlsx')}
        </A>
        <A to={file('csv')} className="link target" rel="nofollow">
          {t('registry:export.csv')}
        </A>
      </nav>
    </div>
  );
}
