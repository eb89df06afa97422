import { type LocalizedText, pickText } from '~/i18n/content';
import { useT } from '~/ui/kit/use-t';

/** Says that a machine wrote the text shown, until a native reader has confirmed it. */
export function MachineNote({ value }: { value: LocalizedText }) {
  const { t, lang } = useT();
  if (!pickText(value, lang).isMachine) return null;
  return <small className="machine-note">{t('shell:text.machine')}</small>;
}
