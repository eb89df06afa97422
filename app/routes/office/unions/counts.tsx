import { type Counts, SHOWN_KINDS } from '~/domain/unions/types';
import { useT } from '~/ui/kit/use-t';

/** Rows by kind, in words; nothing where there are none. */
export function CountList({ counts, without = [] }: { counts: Counts; without?: readonly string[] }) {
  const { t } = useT();
  const shown = SHOWN_KINDS.filter((kind) => (counts[kind] ?? 0) > 0 && !without.includes(kind));
  if (shown.length === 0) return null;
  return (
    <ul>
      {shown.map((kind) => (
        <li key={kind}>{t(`unions:rows.${kind}`, { count: counts[kind] ?? 0 })}</li>
      ))}
    </ul>
  );
}
