import { useLoaderData } from '@remix-run/react';
import { MOST_BYTES, MOST_ROWS, sendFileForm } from '~/domain/imports/inputs';
import { type ImportList, listImports } from '~/domain/imports/list-imports.server';
import { sendFile } from '~/domain/imports/send-file.server';
import { listOrganisations } from '~/domain/people/list-organisations.server';
import { plainText } from '~/i18n/content';
import { hasRole } from '~/platform/actor';
import { EmptyState } from '~/ui/kit/empty-state';
import { SelectField, SubmitButton } from '~/ui/kit/field';
import { FieldFrame, useField } from '~/ui/kit/field-frame';
import { Form } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { Pagination } from '~/ui/kit/pagination';
import { Table } from '~/ui/kit/table';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { useFormState } from '~/web/form-state';
import { form, formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { StageMark } from './stage-mark';

type View = ImportList & { after: string; places: { id: string; name: string }[] };

export const loader = signedInLoader(async ({ ctx, url }): Promise<View> => {
  const after = url.searchParams.get('after') ?? '';
  const list = await listImports(ctx, { after });
  const reached = (await listOrganisations(ctx)).filter(({ path }) => hasRole(ctx.actor, 'registrar', path));
  return {
    ...list,
    after,
    places: reached.map(({ id, name }) => ({ id, name: plainText(name, ctx.lang) })),
  };
});

export const action = formActions(
  {
    '': form({
      schema: sendFileForm,
      async run({ ctx, input }) {
        const { file, ...rest } = input;
        const bytes = new Uint8Array(await file.arrayBuffer());
        const { importId } = await sendFile(ctx, { ...rest, file: { name: file.name, bytes } });
        return { redirectTo: pagePath(ctx.lang, `/office/imports/${importId}`) };
      },
    }),
  },
  { files: true },
);

export const meta = pageMeta<View>((_view, t) => ({ title: t('imports:list.title'), noindex: true }));

export default function Imports() {
  const { rows, next, after, places, submissionKey } = useLoaderData<typeof loader>();
  const { t, fmt } = useT();
  return (
    <Page width="office" title={t('imports:list.title')} lead={t('imports:list.lead')}>
      <div className="stack stack-l">
        <SendForm places={places} submissionKey={submissionKey} />
        <Table
          caption={t('imports:list.caption')}
          rows={rows}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title={t('imports:list.none')}>
              <p>{t('imports:list.none-text')}</p>
            </EmptyState>
          }
          columns={[
            {
              key: 'file',
              header: t('imports:column.file'),
              names: true,
              cell: ({ id, fileName }) => (
                <A to={`/office/imports/${id}`} className="link break">
                  {fileName}
                </A>
              ),
            },
            {
              key: 'place',
              header: t('imports:column.place'),
              cell: ({ organisation }) => (organisation ? <Text value={organisation} quiet /> : null),
            },
            { key: 'who', header: t('imports:column.sender'), cell: ({ senderName }) => senderName },
            {
              key: 'when',
              header: t('imports:column.sent'),
              cell: ({ sentAt }) => fmt.dateTime(sentAt, 'Asia/Almaty'),
            },
            {
              key: 'stage',
              header: t('imports:column.stage'),
              cell: ({ stage }) => <StageMark stage={stage} />,
            },
          ]}
        />
        <Pagination
          first={after ? '/office/imports' : null}
          next={next ? `/office/imports?after=${next}` : null}
        />
      </div>
    </Page>
  );
}

function SendForm({ places, submissionKey }: Pick<View, 'places' | 'submissionKey'>) {
  const { t } = useT();
  const state = useFormState();
  const kept = state?.values.submissionKey;
  return (
    <Form state={state} encType="multipart/form-data">
      <input
        type="hidden"
        name="submissionKey"
        value={typeof kept === 'string' && kept ? kept : submissionKey}
      />
      <SelectField
        name="organisationId"
        label={t('imports:send.place')}
        hint={t('imports:send.place-hint')}
        value={places[0]?.id}
        options={places.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FileField />
      <p className="hint">{t('imports:send.privacy')}</p>
      <div>
        <SubmitButton>{t('imports:send.submit')}</SubmitButton>
      </div>
    </Form>
  );
}

function FileField() {
  const { t, fmt } = useT();
  const hint = t('imports:send.file-hint', { most: MOST_BYTES / 1_000_000, rows: fmt.number(MOST_ROWS) });
  const facts = useField({ name: 'file', hint, state: undefined });
  return (
    <FieldFrame facts={facts} label={t('imports:send.file')} hint={hint} required>
      <input {...facts.control} type="file" className="input" accept=".xlsx,.csv,.txt" required />
    </FieldFrame>
  );
}
