import { type LocalizedText, pickText } from '~/i18n/content';
import { useT } from '~/ui/kit/use-t';

/** Says once for a whole page or list that a machine wrote words of it, until a native reader has confirmed them. */
export function MachineTexts({ texts }: { texts: readonly LocalizedText[] }) {
  const { t, lang } = useT();
  if (!texts.some((text) => pickText(text, lang).isMachine)) return null;
  return <p className="note">{t('shell:text.machine')}</p>;
}
