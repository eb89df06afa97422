import type { Lang } from '~/i18n/locales';
import type { Piece } from '~/platform/search/text/snippet';

/** A text with what was asked for marked; React escapes every piece. */
export function Pieces({ pieces, lang }: { pieces: readonly Piece[]; lang?: Lang | undefined }) {
  const keyed = pieces.map((piece, index) => ({ ...piece, key: index }));
  return (
    <span lang={lang}>
      {keyed.map(({ key, text, isHit }) => (isHit ? <mark key={key}>{text}</mark> : text))}
    </span>
  );
}
