import type { Lang } from '~/i18n/locales';
import { useT } from '~/ui/kit/use-t';

/** Where something is written, or that it is general knowledge. `lang` is the language of the source's title. */
export function SourceNote({ source, lang }: { source: string | null; lang?: Lang | null }) {
  const { t } = useT();
  return (
    <small>
      {source ? (
        <>
          {t('lexicon:technique.source')} <cite lang={lang ?? undefined}>{source}</cite>
        </>
      ) : (
        t('lexicon:technique.no-source')
      )}
    </small>
  );
}
