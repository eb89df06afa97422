import { ALIAS_KINDS, SCRIPTS } from '~/domain/lexicon/inputs';
import type { TechniqueAlias } from '~/domain/lexicon/types';
import { LANG_NAMES, LANGS } from '~/i18n/locales';
import { Confirm } from '~/ui/kit/confirm';
import { Field, SelectField, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { StatusMark } from '~/ui/kit/status';
import { type Column, Table } from '~/ui/kit/table';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

type Props = { aliases: readonly TechniqueAlias[] };

/** Further names with what is known of them, those removed too; the form that adds one. */
export function AliasSection({ aliases }: Props) {
  const { t, fmt } = useT();
  const restoring = useFormState('restore-alias');
  const refusal = restoring?.formError ?? Object.values(restoring?.errors ?? {}).flat()[0];
  const columns: readonly Column<TechniqueAlias>[] = [
    {
      key: 'text',
      header: t('lexicon:studio.text'),
      names: true,
      cell: ({ text, lang, script }) => (
        <span lang={lang ?? (script === 'kanji' ? 'ja' : undefined)}>{text}</span>
      ),
    },
    {
      key: 'script',
      header: t('lexicon:studio.script'),
      cell: ({ script }) => t(`lexicon:studio.script-${script}`),
    },
    {
      key: 'kind',
      header: t('lexicon:studio.kind'),
      cell: ({ kind }) => t.dynamic(`lexicon:studio.kind-${kind}`),
    },
    {
      key: 'source',
      header: t('lexicon:studio.source'),
      cell: ({ source }) => source ?? t('lexicon:technique.no-source'),
    },
    {
      key: 'added',
      header: t('lexicon:studio.added'),
      numeric: true,
      whole: true,
      cell: ({ addedAt }) => fmt.shortDate(addedAt),
    },
    { key: 'state', header: t('lexicon:studio.state'), cell: (alias) => <AliasState alias={alias} /> },
  ];
  return (
    <section className="section stack">
      <h2>{t('lexicon:studio.aliases')}</h2>
      {refusal ? (
        <p className="field-error" role="alert">
          {refusal}
        </p>
      ) : null}
      <Table
        caption={t('lexicon:studio.aliases')}
        quietCaption
        columns={columns}
        rows={aliases}
        rowKey={({ id }) => id}
        empty={<p className="quiet">{t('lexicon:studio.no-aliases')}</p>}
      />
      <AliasForm />
    </section>
  );
}

function AliasState({ alias: { id, removedAt } }: { alias: TechniqueAlias }) {
  const { t, fmt } = useT();
  const intent = removedAt ? 'restore-alias' : 'remove-alias';
  return (
    <div className="row">
      {removedAt ? (
        <StatusMark status="ended">
          {t('lexicon:studio.removed', { date: fmt.shortDate(removedAt) })}
        </StatusMark>
      ) : (
        <StatusMark status="active">{t('lexicon:studio.in-use')}</StatusMark>
      )}
      <Form intent={intent} className="">
        <input type="hidden" name="aliasId" value={id} />
        <SubmitButton look="plain" small>
          {removedAt ? t('lexicon:studio.restore') : t('lexicon:studio.remove')}
        </SubmitButton>
      </Form>
    </div>
  );
}

function AliasForm() {
  const { t } = useT();
  const state = useFormState('add-alias');
  return (
    <Confirm summary={t('lexicon:studio.add-alias')} open={state !== undefined}>
      <Form intent="add-alias" state={state}>
        <Field name="text" label={t('lexicon:studio.text')} maxLength={120} spellCheck={false} />
        <SelectField
          name="script"
          label={t('lexicon:studio.script')}
          options={SCRIPTS.map((value) => ({ value, label: t(`lexicon:studio.script-${value}`) }))}
          empty={t('shell:form.choose')}
        />
        <SelectField
          name="kind"
          label={t('lexicon:studio.kind')}
          options={ALIAS_KINDS.map((value) => ({ value, label: t(`lexicon:studio.kind-${value}`) }))}
          empty={t('shell:form.choose')}
        />
        <SelectField
          name="lang"
          label={t('lexicon:studio.lang')}
          options={LANGS.map((value) => ({ value, label: LANG_NAMES[value].own, lang: value }))}
          empty={t('lexicon:studio.any-lang')}
          required={false}
        />
        <Field
          name="source"
          label={t('lexicon:studio.source')}
          hint={t('lexicon:studio.source-hint')}
          required={false}
          maxLength={300}
        />
        <SubmitButton>{t('lexicon:studio.add-alias')}</SubmitButton>
      </Form>
    </Confirm>
  );
}
