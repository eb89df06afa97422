import type { SearchEverythingInput } from '~/domain/search/inputs';
import type { Everything } from '~/domain/search/search-everything.server';
import type { Proposal } from '~/platform/search/proposals.server';
import { ButtonLink } from '~/ui/kit/button';
import { EmptyState } from '~/ui/kit/empty-state';
import { A } from '~/ui/kit/link';
import { Pagination } from '~/ui/kit/pagination';
import { useT } from '~/ui/kit/use-t';
import { spokenName } from '~/ui/search/technique-name';
import { DocumentHits, TechniqueHits, TermHits } from './hits';
import { Narrow } from './narrow';
import { searchPath } from './search-path';

type Props = { input: SearchEverythingInput; found: Everything };

const sum = (counts: readonly (number | undefined)[]): number =>
  counts.reduce<number>((total, count) => total + (count ?? 0), 0);

/** What was found, narrowed by kind and language; nothing found says so and proposes. */
export function Results({ input, found }: Props) {
  const { documents, counts } = found;
  const total = sum(Object.values(documents.kinds)) + counts.technique + counts.term;
  if (total === 0) return <NothingFound input={input} found={found} />;
  return (
    <>
      <Heading input={input} found={found} total={total} />
      <Narrow input={input} found={found} />
      <TechniqueHits techniques={found.techniques} />
      <TechniqueHits techniques={input.kind ? [] : found.alike} isGuess />
      <TermHits terms={found.terms} />
      <DocumentHits hits={documents.hits} />
      <More input={input} found={found} />
      <Pagination
        first={input.after ? searchPath(input) : null}
        next={documents.next ? searchPath(input, { after: documents.next }) : null}
      />
    </>
  );
}

function Heading({ input, found, total }: Props & { total: number }) {
  const { t, lang } = useT();
  const { documents, technique } = found;
  return (
    <div className="stack stack-s gap-top">
      <p role="status" className="num">
        {documents.isCapped ? t('search:found-more', { count: total }) : t('search:found', { count: total })}
      </p>
      {technique ? (
        <p>
          {t('search:about', { name: spokenName(technique.names, lang) })}{' '}
          <A to={`/techniques/${technique.id}`}>{t('shell:action.details')}</A>
        </p>
      ) : null}
      {documents.strictness === 'any' && input.q.includes(' ') ? (
        <p className="quiet measure">{t('search:any-word')}</p>
      ) : null}
    </div>
  );
}

/** The way to techniques and terms beyond the first few. */
function More({ input, found }: Props) {
  const { t } = useT();
  const { techniques, terms, counts } = found;
  const hidden = [
    { kind: 'technique' as const, count: counts.technique, shown: techniques.length },
    { kind: 'term' as const, count: counts.term, shown: terms.length },
  ].filter(({ count, shown }) => shown > 0 && count > shown);
  if (hidden.length === 0) return null;
  return (
    <p className="row">
      {hidden.map(({ kind, count }) => (
        <A key={kind} to={searchPath(input, { kind })} className="target">
          {t(`search:all-of.${kind}`, { count })}
        </A>
      ))}
    </p>
  );
}

function NothingFound({ input, found }: Props) {
  const { t } = useT();
  const isNarrowed = Boolean(input.kind || input.in);
  return (
    <div className="gap-top stack">
      <EmptyState
        title={t('search:none', { q: input.q })}
        action={
          isNarrowed ? (
            <ButtonLink to={searchPath(input, { kind: null, in: null })} look="plain">
              {t('search:everywhere')}
            </ButtonLink>
          ) : (
            <div className="row">
              <ButtonLink to="/techniques" look="plain">
                {t('search:to-techniques')}
              </ButtonLink>
              <ButtonLink to="/courses" look="plain">
                {t('search:to-courses')}
              </ButtonLink>
            </div>
          )
        }
      >
        {t('search:none-text')}
      </EmptyState>
      <Proposals proposals={found.documents.proposals} />
      <TechniqueHits techniques={found.alike} isGuess />
    </div>
  );
}

function Proposals({ proposals }: { proposals: readonly Proposal[] }) {
  const { t, lang } = useT();
  if (proposals.length === 0) return null;
  return (
    <section className="stack stack-s">
      <h2 className="h3">{t('search:perhaps')}</h2>
      <ul className="list">
        {proposals.map((proposal) => (
          <li key={proposal.path}>
            <A
              to={proposal.path}
              className="target"
              lang={proposal.lang === lang ? undefined : proposal.lang}
            >
              {proposal.title}
            </A>
          </li>
        ))}
      </ul>
    </section>
  );
}
