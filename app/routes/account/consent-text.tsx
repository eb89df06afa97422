import { useT } from '~/ui/kit/use-t';

/** The consent to processing; its version stands in the people's inputs and changes with the words. */
export function ConsentText() {
  const { t } = useT();
  return (
    <div className="stack stack-s measure">
      <p>{t('people:consent.who')}</p>
      <p>{t('people:consent.what')}</p>
      <p>{t('people:consent.who-sees')}</p>
      <p>{t('people:consent.rights')}</p>
    </div>
  );
}
