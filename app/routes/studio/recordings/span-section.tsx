import type { Span } from '~/domain/consents/types';
import { Button } from '~/ui/kit/button';
import { Confirm } from '~/ui/kit/confirm';
import { Field } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

type Props = { spans: readonly Span[]; version: number };

/** The seconds that nobody sees any more, and a form that takes more of them away. */
export function SpanSection({ spans, version }: Props) {
  const { t, fmt } = useT();
  const state = useFormState('withdraw-span');
  const isCut = ({ cutVersion }: Span) => cutVersion !== null && cutVersion <= version;
  return (
    <section className="stack">
      <h2>{t('consents:spans')}</h2>
      {spans.length === 0 ? <p className="quiet">{t('consents:spans-none')}</p> : null}
      <ul className="list">
        {spans.map((span) => (
          <li key={span.id} className="num">
            {fmt.clock(span.startMs / 1000)}–{fmt.clock(span.endMs / 1000)}{' '}
            <span className="quiet">{t(isCut(span) ? 'consents:span-cut' : 'consents:span-hidden')}</span>
          </li>
        ))}
      </ul>
      <Confirm summary={t('consents:remove')} danger open={state !== undefined}>
        <p className="measure">{t('consents:spans-hint')}</p>
        <Form intent="withdraw-span" state={state} className="form">
          <Field
            name="from"
            label={t('consents:from')}
            hint={t('consents:moment-hint')}
            maxLength={8}
            short
          />
          <Field name="to" label={t('consents:to')} maxLength={8} short />
          <Button look="danger">{t('consents:remove-now')}</Button>
        </Form>
      </Confirm>
    </section>
  );
}
