import { useLoaderData } from '@remix-run/react';
import { type ColumnsView, getColumns } from '~/domain/imports/get-columns.server';
import { chooseSheetForm, mapColumnsForm, mappingOf } from '~/domain/imports/inputs';
import { mapColumns } from '~/domain/imports/map-columns.server';
import { SelectField, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { useFormState } from '~/web/form-state';
import { form, formActions, type LoadArgs, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { ColumnChoices, OpenDates, OpenValues } from './column-parts';

export const loader = signedInLoader(
  ({ ctx, params }): Promise<ColumnsView> => getColumns(ctx, { importId: params.import ?? '' }),
);

const doneAt = ({ ctx, params }: Pick<LoadArgs, 'ctx' | 'params'>) =>
  pagePath(ctx.lang, `/office/imports/${params.import ?? ''}`);

export const action = formActions({
  sheet: form({
    schema: chooseSheetForm,
    async run(args) {
      await mapColumns(args.ctx, { importId: args.params.import ?? '', what: args.input });
      return { redirectTo: doneAt(args) };
    },
  }),
  map: form({
    schema: mapColumnsForm,
    async run(args) {
      const mapping = mappingOf(args.input);
      await mapColumns(args.ctx, { importId: args.params.import ?? '', what: { mapping } });
      return { redirectTo: doneAt(args) };
    },
  }),
});

export const meta = pageMeta((view: ColumnsView, t) => ({
  title: `${t('imports:columns.title')} · ${view.fileName}`,
  noindex: true,
}));

export default function Columns() {
  const view = useLoaderData<typeof loader>();
  const { t } = useT();
  const state = useFormState('map');
  const { id, fileName, sheets, headerRow, source, open } = view;
  return (
    <Page
      width="office"
      title={t('imports:columns.title')}
      lead={headerRow === null ? undefined : t('imports:columns.header', { row: headerRow })}
      crumbs={[
        { to: '/office/imports', label: t('imports:list.title') },
        { to: `/office/imports/${id}`, label: fileName },
      ]}
    >
      <div className="stack stack-l">
        {sheets.length > 1 ? <SheetForm view={view} /> : null}
        {source === 'own' ? null : (
          <Notice>
            <p>{t(`imports:columns.${headerRow === null ? 'no-header' : source}`)}</p>
          </Notice>
        )}
        <Form intent="map" state={state} className="stack stack-l">
          <ColumnChoices columns={view.columns} sent={state?.values.column} />
          <OpenDates view={view} />
          <OpenValues
            name="place"
            title={t('imports:columns.places')}
            values={open.places}
            choices={view.places}
            chosen={view.chosen.places}
            words={view.chosen.words}
          />
          <OpenValues
            name="level"
            title={t('imports:columns.levels')}
            values={open.levels}
            choices={view.levels}
            chosen={view.chosen.levels}
            words={view.chosen.words}
          />
          <div>
            <SubmitButton>{t('imports:columns.submit')}</SubmitButton>
          </div>
        </Form>
      </div>
    </Page>
  );
}

function SheetForm({ view: { sheets, sheet } }: { view: ColumnsView }) {
  const { t } = useT();
  return (
    <Form intent="sheet" state={useFormState('sheet')} className="row">
      <SelectField
        name="sheet"
        label={t('imports:columns.sheet')}
        value={String(sheet)}
        options={sheets.map(({ name, rows }, at) => ({
          value: String(at),
          label: t('imports:columns.sheet-rows', { name, count: rows }),
        }))}
      />
      <SubmitButton look="plain">{t('imports:columns.read-sheet')}</SubmitButton>
    </Form>
  );
}
