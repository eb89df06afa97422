import { TOGETHER_ACTS } from '~/domain/applications/inputs';
import { MOST_ITEMS } from '~/domain/batches/inputs';
import { Button } from '~/ui/kit/button';
import { SelectField } from '~/ui/kit/field';
import { Form, type FormState } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';

/** The form that the boxes of the queue belong to. */
export const CHOICE = 'choice';

type Props = {
  /** Tells this form from the one of another visit, so that sent twice it is one list. */
  sendingKey: string;
  query: string;
  state: FormState | undefined;
};

/** What to do with the ticked applications, or with all of the filter; leads to the page that shows what would happen. */
export function ChoosePart({ sendingKey, query, state }: Props) {
  const { t, fmt } = useT();
  return (
    <Form intent="prepare" id={CHOICE} state={state} aria-label={t('batches:choose.label')}>
      <input type="hidden" name="key" value={sendingKey} />
      <input type="hidden" name="query" value={query} />
      <p className="quiet measure">{t('batches:choose.hint', { most: fmt.number(MOST_ITEMS) })}</p>
      <div className="form-inline">
        <SelectField
          name="act"
          label={t('batches:choose.act')}
          options={TOGETHER_ACTS.map((act) => ({ value: act, label: t(`batches:act.${act}`) }))}
        />
        <Button>{t('batches:choose.ticked')}</Button>
        <Button look="plain" name="all" value="on">
          {t('batches:choose.all')}
        </Button>
      </div>
    </Form>
  );
}
