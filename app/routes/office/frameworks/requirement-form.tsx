import { GROUP_KINDS, REQUIREMENT_KINDS } from '~/domain/amendments/inputs';
import type { OpenAmendment } from '~/domain/amendments/types';
import { EARNED_SOURCES } from '~/domain/frameworks/inputs';
import type { Level } from '~/domain/frameworks/types';
import { type LocalizedText, plainText } from '~/i18n/content';
import { Confirm } from '~/ui/kit/confirm';
import { type Choice, Field, SelectField, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

/** What a requirement can speak of. */
export type Choices = {
  courses: readonly { slug: string; title: LocalizedText; component: string | null }[];
  levels: readonly Level[];
};

/** Where the new requirement goes: the list, a group of it, a tier, or a group that is made for it. */
function usePlaces({ parts, tiers }: OpenAmendment): Choice[] {
  const { t } = useT();
  const groups = parts.flatMap(({ place, group }) =>
    group
      ? [
          {
            value: `g${place}`,
            label: t('amendments:into.group', {
              no: Number(place) + 1,
              kind: t(`amendments:group.${group.kind}`),
            }),
          },
        ]
      : [],
  );
  return [
    { value: 'top', label: t('amendments:into.top') },
    ...groups,
    ...tiers.map(({ months }, index) => ({
      value: `t${index}`,
      label: t('amendments:into.tier', { count: months }),
    })),
    ...GROUP_KINDS.map((kind) => ({
      value: `new-${kind}`,
      label: t('amendments:into.new', { kind: t(`amendments:group.${kind}`) }),
    })),
  ];
}

/** One more requirement. Only the fields that its kind asks for are read. */
export function RequirementForm({ open, choices }: { open: OpenAmendment; choices: Choices }) {
  const { t } = useT();
  const state = useFormState('requirement');
  const places = usePlaces(open);
  return (
    <Confirm summary={t('amendments:requirements.add')} open={state !== undefined}>
      <Form intent="requirement" state={state}>
        <input type="hidden" name="seen" value={open.fingerprint} />
        <SelectField name="into" label={t('amendments:requirements.into')} options={places} />
        <SelectField
          name="kind"
          label={t('amendments:requirements.kind')}
          empty={t('shell:form.choose')}
          options={REQUIREMENT_KINDS.map((kind) => ({
            value: kind,
            label: t(`amendments:requirement.${kind}`),
          }))}
        />
        <Subject choices={choices} />
        <SubmitButton>{t('amendments:requirements.submit')}</SubmitButton>
      </Form>
    </Confirm>
  );
}

function Subject({ choices }: { choices: Choices }) {
  const { t, lang } = useT();
  const empty = t('amendments:requirements.not-needed');
  return (
    <>
      <SelectField
        name="course"
        label={t('amendments:requirements.course')}
        required={false}
        empty={empty}
        options={choices.courses.map(({ slug, title }) => ({ value: slug, label: plainText(title, lang) }))}
      />
      <SelectField
        name="level"
        label={t('amendments:requirements.level')}
        required={false}
        empty={empty}
        options={choices.levels.map(({ slug, name }) => ({ value: slug, label: plainText(name, lang) }))}
      />
      <SelectField
        name="category"
        label={t('amendments:requirements.category')}
        required={false}
        value="any"
        options={EARNED_SOURCES.hours.map((kind) => ({
          value: kind,
          label: kind === 'any' ? t('amendments:requirements.any-category') : t(`frameworks:points.${kind}`),
        }))}
      />
      <Field
        name="amount"
        label={t('amendments:requirements.amount')}
        hint={t('amendments:requirements.amount-hint')}
        type="number"
        inputMode="numeric"
        min={1}
        max={2000}
        short
        required={false}
      />
    </>
  );
}
