import { markJapanese } from '~/ui/japanese/mark-japanese';
import { useT } from '~/ui/kit/use-t';

/** A person's name in its own spelling: never translated, kanji and kana marked as Japanese. */
export function OwnName({ children }: { children: string }) {
  const { lang } = useT();
  return <span translate="no">{markJapanese(children, lang)}</span>;
}
