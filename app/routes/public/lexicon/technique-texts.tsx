import type { FoundDocuments } from '~/platform/search/find-documents.server';
import { A } from '~/ui/kit/link';
import { Tag } from '~/ui/kit/tag';
import { useT } from '~/ui/kit/use-t';

/** More stand on the page of the search. */
const MOST = 8;

/** Courses, methodologies, recordings and the seconds of their chapters that deal with the technique. */
export function TechniqueTexts({ id, found: { hits, next } }: { id: string; found: FoundDocuments }) {
  const { t, lang, fmt } = useT();
  if (hits.length === 0) return null;
  return (
    <section className="gap-top">
      <h2>{t('search:about-technique')}</h2>
      <ul className="list">
        {hits.slice(0, MOST).map(({ kind, id: thing, path, title, seconds }) => (
          <li key={`${kind} ${thing}`}>
            <A to={path} lang={title.lang === lang ? undefined : title.lang}>
              {title.text}
              {seconds === null ? null : <span className="num"> · {fmt.clock(seconds)}</span>}
            </A>{' '}
            <Tag>{t(`search:kind.${kind}`)}</Tag>
          </li>
        ))}
      </ul>
      {hits.length > MOST || next ? (
        <A to={`/search?technique=${id}`} className="target">
          {t('shell:action.show-all')}
        </A>
      ) : null}
    </section>
  );
}
