import type { ProfileName } from '~/domain/people/get-profile.server';
import { SCRIPT_CHOICES } from '~/domain/people/inputs';
import { Button } from '~/ui/kit/button';
import { Confirm, Fold } from '~/ui/kit/confirm';
import { Field, SelectField, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { type Column, Table } from '~/ui/kit/table';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

const whole = ({ family, given, patronymic }: ProfileName) =>
  [family, given, patronymic].filter(Boolean).join(' ');
const keyOf = ({ script, kind, recordedAt }: ProfileName) => `${script} ${kind} ${recordedAt.toISOString()}`;

/** The spellings of the own name: current ones as a table, former ones folded away, one form to set any of them. */
export function NamesSection({ names }: { names: readonly ProfileName[] }) {
  const { t, fmt } = useT();
  const current = names.filter(({ replacedAt }) => replacedAt === null);
  const former = names.filter(({ replacedAt }) => replacedAt !== null);
  const columns: readonly Column<ProfileName>[] = [
    { key: 'whole', header: t('people:names.whole'), names: true, cell: whole },
    {
      key: 'script',
      header: t('people:names.script'),
      cell: ({ script }) => t.dynamic(`people:script.${script}`),
    },
    { key: 'kind', header: t('people:names.kind'), cell: ({ kind }) => t.dynamic(`people:kind.${kind}`) },
    { key: 'remove', header: t('people:names.remove'), cell: (name) => <RemoveName name={name} /> },
  ];
  return (
    <section className="section stack" id="names">
      <h2>{t('people:names.title')}</h2>
      <p className="measure">{t('people:names.text')}</p>
      <Table caption={t('people:names.title')} quietCaption columns={columns} rows={current} rowKey={keyOf} />
      <SetName />
      {former.length > 0 ? (
        <Fold summary={t('people:names.former')}>
          <ul className="list">
            {former.map((name) => (
              <li key={keyOf(name)}>
                {whole(name)}{' '}
                <span className="quiet">
                  {t('people:names.until', { date: fmt.date(name.replacedAt ?? name.recordedAt) })}
                </span>
              </li>
            ))}
          </ul>
        </Fold>
      ) : null}
    </section>
  );
}

function RemoveName({ name }: { name: ProfileName }) {
  const { t } = useT();
  return (
    <Form intent="remove-name" className="">
      <input type="hidden" name="script" value={name.script} />
      <input type="hidden" name="kind" value={name.kind} />
      <Button look="link" small>
        {t('people:names.remove')}
        <span className="sr"> {whole(name)}</span>
      </Button>
    </Form>
  );
}

function SetName() {
  const { t } = useT();
  const state = useFormState('name');
  const removal = useFormState('remove-name');
  const scripts = SCRIPT_CHOICES.map((value) => ({ value, label: t(`people:script.${value}`) }));
  const kinds = (['own', 'passport'] as const).map((value) => ({ value, label: t(`people:kind.${value}`) }));
  return (
    <>
      {removal?.formError ? <p className="field-error">{removal.formError}</p> : null}
      <Confirm summary={t('people:names.add')} open={state !== undefined}>
        <Form intent="name" state={state}>
          <SelectField name="script" label={t('people:names.script')} options={scripts} />
          <SelectField name="kind" label={t('people:names.kind')} options={kinds} />
          <Field name="family" label={t('people:names.family')} maxLength={80} />
          <Field name="given" label={t('people:names.given')} maxLength={80} />
          <Field name="patronymic" label={t('people:names.patronymic')} required={false} maxLength={80} />
          <SubmitButton>{t('shell:action.save')}</SubmitButton>
        </Form>
      </Confirm>
    </>
  );
}
