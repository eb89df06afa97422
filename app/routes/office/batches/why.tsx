import type { Lack } from '~/domain/applications/types';
import type { Reason } from '~/domain/batches/types';
import { type LocalizedText, plainText } from '~/i18n/content';
import { messageKey } from '~/platform/errors';
import { findingWords } from '~/ui/applications/finding-words';
import { useT } from '~/ui/kit/use-t';

/** Names of what refs point to. */
export type Titles = Readonly<Record<string, LocalizedText>>;

/** The refs of what is missing, those within groups as well. */
export const refsOf = (missing: readonly Lack[]): string[] =>
  missing.flatMap(({ ref, of }) => [...(ref ? [ref] : []), ...refsOf(of)]);

/** Why an application is not done, and what is missing. */
export function Why({ reason, titles }: { reason: Reason; titles: Titles }) {
  const { t, fmt } = useT();
  const wordsOf = useLackWords(titles);
  const { code, params, missing } = reason;
  return (
    <>
      <p>{t.dynamic(messageKey(code), params)}</p>
      {missing.length > 0 ? (
        <p className="quiet">{t('batches:missing', { what: fmt.list(missing.map(wordsOf)) })}</p>
      ) : null}
    </>
  );
}

function useLackWords(titles: Titles): (lack: Lack) => string {
  const { t, fmt, lang } = useT();
  const label = (what: string, words: string) => `${t('licensing:path.label', { what })} ${words}`;
  return function wordsOf({ kind, ref, name, count, have, category, of }): string {
    const kindOfPoints = category ? t(`frameworks:points.${category}`) : null;
    if (kind === 'cycle-points') {
      const title = t('applications:points.title');
      return label(
        kindOfPoints ? `${title} (${kindOfPoints})` : title,
        t('applications:points.progress', { have: fmt.number(have ?? 0), need: fmt.number(count ?? 0) }),
      );
    }
    const words = findingWords(t, kind, count);
    if (of.length > 0) return `${label(words, '')}(${of.map(wordsOf).join('; ')})`;
    const title = name ?? (ref ? titles[ref] : undefined);
    if (kind === 'age') return label(words, t(`licensing:path.age.${ref ? 'unknown' : 'not-met'}`));
    if (title) return `${words} «${plainText(title, lang)}»`;
    return kindOfPoints ? label(words, kindOfPoints) : words;
  };
}
