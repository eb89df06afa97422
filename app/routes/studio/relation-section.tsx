import { RELATION_KINDS } from '~/domain/lexicon/inputs';
import type { RelatedTechnique } from '~/domain/lexicon/types';
import { Confirm } from '~/ui/kit/confirm';
import { Field, SelectField, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { type Column, Table } from '~/ui/kit/table';
import { useT } from '~/ui/kit/use-t';
import { RubyName } from '~/ui/lexicon/technique-name';
import { useFormState } from '~/web/form-state';

/** What counters, follows or continues the technique; the form that ties another one. */
export function RelationSection({ relations }: { relations: readonly RelatedTechnique[] }) {
  const { t } = useT();
  const columns: readonly Column<RelatedTechnique>[] = [
    {
      key: 'other',
      header: t('lexicon:studio.other'),
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
      key: 'kind',
      header: t('lexicon:studio.relation-kind'),
      cell: ({ kind }) => t(`lexicon:studio.relation-${kind}`),
    },
    {
      key: 'source',
      header: t('lexicon:studio.source'),
      cell: ({ source }) => source ?? t('lexicon:technique.no-source'),
    },
    {
      key: 'act',
      header: t('lexicon:studio.state'),
      cell: ({ relationId }) => <Untie relationId={relationId} />,
    },
  ];
  return (
    <section className="section stack">
      <h2>{t('lexicon:studio.relations')}</h2>
      <Table
        caption={t('lexicon:studio.relations')}
        quietCaption
        columns={columns}
        rows={relations}
        rowKey={({ relationId }) => relationId}
        empty={<p className="quiet">{t('lexicon:studio.no-relations')}</p>}
      />
      <RelationForm />
    </section>
  );
}

function Untie({ relationId }: { relationId: string }) {
  const { t } = useT();
  return (
    <Form intent="remove-relation" className="">
      <input type="hidden" name="relationId" value={relationId} />
      <SubmitButton look="plain" small>
        {t('lexicon:studio.remove')}
      </SubmitButton>
    </Form>
  );
}

function RelationForm() {
  const { t } = useT();
  const state = useFormState('add-relation');
  return (
    <Confirm summary={t('lexicon:studio.add-relation')} open={state !== undefined}>
      <Form intent="add-relation" state={state}>
        <SelectField
          name="kind"
          label={t('lexicon:studio.relation-kind')}
          options={RELATION_KINDS.map((value) => ({ value, label: t(`lexicon:studio.relation-${value}`) }))}
          empty={t('shell:form.choose')}
        />
        <Field
          name="other"
          label={t('lexicon:studio.other')}
          hint={t('lexicon:studio.other-hint')}
          maxLength={120}
          spellCheck={false}
        />
        <Field
          name="source"
          label={t('lexicon:studio.source')}
          hint={t('lexicon:studio.source-hint')}
          required={false}
          maxLength={300}
        />
        <SubmitButton>{t('lexicon:studio.add-relation')}</SubmitButton>
      </Form>
    </Confirm>
  );
}
