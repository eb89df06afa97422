import type { OpenAmendment } from '~/domain/amendments/types';
import type { Titles } from '~/ui/applications/finding-steps';
import { Confirm } from '~/ui/kit/confirm';
import { Field, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';
import { Row } from './requirements-part';

/** What renewal asks for besides when it comes after grace, tier by tier. */
export function TiersPart({ open, titles }: { open: OpenAmendment; titles: Titles }) {
  const { t } = useT();
  const state = useFormState('tier');
  const seen = open.fingerprint;
  return (
    <section className="ruled stack" id="tiers" aria-labelledby="tiers-title">
      <h2 id="tiers-title">{t('amendments:tiers.title')}</h2>
      <p className="quiet measure">{t('amendments:tiers.text')}</p>
      {open.tiers.map(({ months, rows }) => (
        <fieldset key={months} className="field">
          <legend>{t('amendments:into.tier', { count: months })}</legend>
          <ul className="stack parts">
            {rows.map((row) => (
              <li key={row.place}>
                <Row row={row} titles={titles} seen={seen} />
              </li>
            ))}
          </ul>
          <Form intent="remove-tier" scope={String(months)}>
            <input type="hidden" name="seen" value={seen} />
            <input type="hidden" name="months" value={months} />
            <SubmitButton look="plain" small>
              {t('amendments:tiers.remove', { count: months })}
            </SubmitButton>
          </Form>
        </fieldset>
      ))}
      <Confirm summary={t('amendments:tiers.add')} open={state !== undefined}>
        <Form intent="tier" state={state}>
          <input type="hidden" name="seen" value={seen} />
          <Field
            name="months"
            label={t('amendments:tiers.months')}
            type="number"
            inputMode="numeric"
            min={1}
            max={600}
            short
          />
          <SubmitButton>{t('amendments:tiers.submit')}</SubmitButton>
        </Form>
      </Confirm>
    </section>
  );
}
