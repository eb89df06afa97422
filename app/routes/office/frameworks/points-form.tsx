import { EARNED_SOURCES, POINT_CATEGORIES, type PointCategory } from '~/domain/frameworks/inputs';
import type { DraftRules } from '~/domain/frameworks/types';
import { CheckboxField, Field, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

type Props = { rules: DraftRules; seen: string };

const shown = (value: number | null | undefined): string => (value ? String(value) : '');

/** How many points a renewal asks for, of which kinds, and what passes on. */
export function PointsForm({ rules: { points }, seen }: Props) {
  const { t } = useT();
  const state = useFormState('points');
  const asked = points?.categories.map(({ category }) => category) ?? [];
  const offered = POINT_CATEGORIES.filter(
    (category) => EARNED_SOURCES.points.includes(category) || asked.includes(category),
  );
  return (
    <section className="ruled stack" aria-labelledby="points">
      <h2 id="points">{t('amendments:points.title')}</h2>
      <Form intent="points" state={state}>
        <input type="hidden" name="seen" value={seen} />
        <CheckboxField
          name="asked"
          label={t('amendments:points.asked')}
          checked={state ? Boolean(state.values.asked) : points !== null}
        />
        <Amount name="total" label={t('amendments:points.total')} value={shown(points?.total)} />
        <Amount name="carryOver" label={t('amendments:points.carry-over')} value={shown(points?.carryOver)} />
        {offered.map((category) => (
          <Category key={category} category={category} points={points} />
        ))}
        <SubmitButton>{t('amendments:draft.save')}</SubmitButton>
      </Form>
    </section>
  );
}

function Category({ category, points }: { category: PointCategory; points: DraftRules['points'] }) {
  const { t } = useT();
  const rule = points?.categories.find((each) => each.category === category);
  return (
    <fieldset className="field">
      <legend>{t(`frameworks:points.${category}`)}</legend>
      <div className="row">
        <Amount
          name={`least.${category}`}
          label={t('amendments:points.least')}
          value={shown(rule?.minimum)}
        />
        <Amount
          name={`most.${category}`}
          label={t('amendments:points.most')}
          value={rule?.maximum === 0 ? '0' : shown(rule?.maximum)}
        />
      </div>
    </fieldset>
  );
}

function Amount({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <Field
      name={name}
      label={label}
      type="number"
      inputMode="numeric"
      min={0}
      max={1000}
      short
      required={false}
      value={value}
    />
  );
}
