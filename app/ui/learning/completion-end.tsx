import type { CompletionFacts } from '~/domain/learning/types';
import { useT } from '~/ui/kit/use-t';

/** Until when a completed course counts, or since when no more; nothing where it has no end. */
export function CompletionEnd({
  completion,
}: {
  completion: Pick<CompletionFacts, 'validUntil' | 'isExpired'>;
}) {
  const { t, fmt } = useT();
  if (completion.validUntil === null) return null;
  const date = fmt.date(completion.validUntil);
  return (
    <>
      {completion.isExpired
        ? t('learning:desk.expired-on', { date })
        : t('learning:desk.expires-on', { date })}
    </>
  );
}
