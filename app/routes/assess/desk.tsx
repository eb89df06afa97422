import { useLoaderData } from '@remix-run/react';
import { findCandidates } from '~/domain/evidence/find-candidates.server';
import { listScoreSheets } from '~/domain/evidence/list-score-sheets.server';
import { levelsOf } from '~/domain/evidence/policy';
import type { PersonFacts, SheetSummary } from '~/domain/evidence/types';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import { plainText } from '~/i18n/content';
import { EmptyState } from '~/ui/kit/empty-state';
import { Field, SelectField, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Pagination } from '~/ui/kit/pagination';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { CandidateList } from './candidate-list';
import { SheetTable } from './sheet-table';

type LevelChoice = { slug: string; name: string };
type View = {
  levels: LevelChoice[];
  level: string;
  q: string;
  /** Null: nobody was looked for. */
  candidates: readonly PersonFacts[] | null;
  toSign: SheetSummary[];
  own: SheetSummary[];
  next: string | null;
  names: Record<string, string>;
};

export const loader = signedInLoader(async ({ ctx, url }): Promise<View> => {
  const { toSign, own, next, people } = await listScoreSheets(ctx, {
    before: url.searchParams.get('before'),
  });
  const licensed = levelsOf(ctx.actor);
  const levels = (await listLevels(ctx))
    .filter(({ slug }) => licensed.includes(slug))
    .map(({ slug, name }) => ({ slug, name: plainText(name, ctx.lang) }));
  const q = (url.searchParams.get('q') ?? '').slice(0, 120);
  const level = url.searchParams.get('level') ?? levels[0]?.slug ?? '';
  const candidates = q === '' ? null : await findCandidates(ctx, { q, level });
  const names = Object.fromEntries([...people].map(([id, { displayName }]) => [id, displayName]));
  return { levels, level, q, candidates, toSign, own, next, names };
});

export const meta = pageMeta<View>((_view, t) => ({ title: t('evidence:assess.title'), noindex: true }));

export default function AssessDesk() {
  const view = useLoaderData<typeof loader>();
  const { t } = useT();
  const { toSign, own, names, levels } = view;
  return (
    <Page title={t('evidence:assess.title')} lead={t('evidence:assess.lead')}>
      <div className="stack stack-l">
        <section className="stack" aria-labelledby="find">
          <h2 id="find">{t('evidence:assess.new')}</h2>
          <SearchForm view={view} />
          {view.candidates ? <CandidateList people={view.candidates} level={view.level} /> : null}
        </section>
        <section className="stack">
          <h2>{t('evidence:assess.to-sign')}</h2>
          <SheetTable
            caption={t('evidence:assess.to-sign')}
            rows={toSign}
            names={names}
            levels={levels}
            empty={
              <EmptyState title={t('evidence:assess.nothing-to-sign')}>
                <p>{t('evidence:assess.nothing-to-sign-text')}</p>
              </EmptyState>
            }
          />
        </section>
        <section className="stack">
          <h2>{t('evidence:assess.own')}</h2>
          <SheetTable
            caption={t('evidence:assess.own')}
            rows={own}
            names={names}
            levels={levels}
            empty={<p className="quiet">{t('evidence:assess.no-own')}</p>}
          />
          <Pagination next={view.next ? `/assess?before=${view.next}` : null} />
        </section>
      </div>
    </Page>
  );
}

function SearchForm({ view }: { view: View }) {
  const { t } = useT();
  return (
    <search>
      <Form method="get" className="form form-inline">
        <SelectField
          name="level"
          label={t('evidence:assess.level')}
          value={view.level}
          options={view.levels.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <Field
          name="q"
          type="search"
          label={t('evidence:assess.who')}
          hint={t('evidence:assess.who-hint')}
          value={view.q}
          maxLength={120}
        />
        <SubmitButton>{t('shell:action.search')}</SubmitButton>
      </Form>
    </search>
  );
}
