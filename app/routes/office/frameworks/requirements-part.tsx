import { GROUP_KINDS } from '~/domain/amendments/inputs';
import type { EditorPart, EditorRow, OpenAmendment } from '~/domain/amendments/types';
import type { Titles } from '~/ui/applications/finding-steps';
import { SentenceLine } from '~/ui/frameworks/sentences';
import { Button } from '~/ui/kit/button';
import { Confirm } from '~/ui/kit/confirm';
import { Field, SelectField, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';
import { type Choices, RequirementForm } from './requirement-form';

type Props = { open: OpenAmendment; titles: Titles; choices: Choices };

/** What the level asks for: each requirement with its way out, then one more. */
export function RequirementsPart({ open, titles, choices }: Props) {
  const { t } = useT();
  const seen = open.fingerprint;
  return (
    <section className="ruled stack" id="requirements" aria-labelledby="requirements-title">
      <h2 id="requirements-title">{t('amendments:requirements.title')}</h2>
      <ul className="stack">
        {open.parts.map((part) => (
          <li key={part.place} className="stack stack-s">
            {part.group ? (
              <Group part={part} titles={titles} seen={seen} />
            ) : (
              <Row row={part} titles={titles} seen={seen} />
            )}
          </li>
        ))}
      </ul>
      <RequirementForm open={open} choices={choices} />
    </section>
  );
}

type RowProps = { row: EditorRow; titles: Titles; seen: string };

/** One requirement and the button that takes it out. */
export function Row({ row: { place, sentence }, titles, seen }: RowProps) {
  const { t } = useT();
  const sent = useFormState('remove-requirement');
  const state = sent?.values.place === place ? sent : undefined;
  const id = `rule-${place}`;
  return (
    <Form intent="remove-requirement" scope={place} state={state} className="row">
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="place" value={place} />
      <div id={id}>
        <SentenceLine sentence={sentence} titles={titles} full />
      </div>
      <Button look="plain" small aria-describedby={id}>
        {t('amendments:requirements.remove')}
      </Button>
    </Form>
  );
}

type GroupProps = { part: EditorPart; titles: Titles; seen: string };

/** A list of which all, any or some are asked for. */
function Group({ part: { place, sentence, group }, titles, seen }: GroupProps) {
  const { t } = useT();
  const sent = useFormState('group');
  const state = sent?.values.place === place ? sent : undefined;
  if (!group) return null;
  const bare = { ...sentence, of: [] };
  return (
    <fieldset className="field">
      <legend>
        <SentenceLine sentence={bare} titles={titles} />
      </legend>
      <ul className="stack parts">
        {group.rows.map((row) => (
          <li key={row.place}>
            <Row row={row} titles={titles} seen={seen} />
          </li>
        ))}
      </ul>
      <Confirm summary={t('amendments:requirements.group')} open={state !== undefined}>
        <Form intent="group" scope={place} state={state}>
          <input type="hidden" name="seen" value={seen} />
          <input type="hidden" name="place" value={place} />
          <SelectField
            name="kind"
            label={t('amendments:requirements.group-kind')}
            value={group.kind}
            options={GROUP_KINDS.map((kind) => ({ value: kind, label: t(`amendments:group.${kind}`) }))}
          />
          <Field
            name="count"
            label={t('amendments:requirements.count')}
            hint={t('amendments:requirements.count-hint')}
            type="number"
            inputMode="numeric"
            min={1}
            max={30}
            short
            required={false}
            value={group.count ? String(group.count) : ''}
          />
          <SubmitButton>{t('amendments:draft.save')}</SubmitButton>
        </Form>
      </Confirm>
    </fieldset>
  );
}
