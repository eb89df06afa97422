import type { ImportView } from '~/domain/imports/get-import.server';
import { ButtonLink } from '~/ui/kit/button';
import { Facts } from '~/ui/kit/facts';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';

/** What the trial run found, and where to go on. */
export function CheckReport({ view }: { view: ImportView }) {
  const { t, fmt } = useT();
  const { id, verdicts, pairs, issues, open, total, sheet } = view;
  const { undecidedRows, sameRows, outRows } = pairs;
  const newPeople = verdicts.new - undecidedRows - sameRows - outRows;
  const isOpen = open.places.length + open.levels.length + open.dates.length > 0;
  return (
    <section className="stack" aria-labelledby="report">
      <h2 id="report">{t('imports:report.title')}</h2>
      <p>{t('imports:report.nothing-saved')}</p>
      <Facts
        items={[
          sheet ? { label: t('imports:columns.sheet'), value: sheet } : null,
          { label: t('imports:report.rows'), value: fmt.number(total) },
          { label: t('imports:verdict.new'), value: fmt.number(newPeople) },
          { label: t('imports:verdict.adds'), value: fmt.number(verdicts.adds) },
          { label: t('imports:verdict.known'), value: fmt.number(verdicts.known) },
          { label: t('imports:report.undecided'), value: fmt.number(undecidedRows) },
          sameRows > 0 ? { label: t('imports:report.same'), value: fmt.number(sameRows) } : null,
          outRows > 0 ? { label: t('imports:report.out'), value: fmt.number(outRows) } : null,
          { label: t('imports:verdict.error'), value: fmt.number(verdicts.error) },
        ]}
      />
      {isOpen ? (
        <Notice kind="warn">
          <p>{t('imports:report.open-values')}</p>
        </Notice>
      ) : null}
      <div className="row">
        <ButtonLink to={`/office/imports/${id}/duplicates`} look="plain">
          {t('imports:report.pairs', { count: pairs.pairs })}
        </ButtonLink>
        <ButtonLink to={`/office/imports/${id}/issues`} look="plain">
          {t('imports:report.errors', { count: issues.errors })}
        </ButtonLink>
        <ButtonLink to={`/office/imports/${id}/issues?list=mended`} look="plain">
          {t('imports:report.mended', { count: issues.mended })}
        </ButtonLink>
        <ButtonLink to={`/office/imports/${id}/columns`} look="plain">
          {t('imports:report.columns')}
        </ButtonLink>
      </div>
    </section>
  );
}

/** What a written import brought. */
export function ResultReport({ view }: { view: ImportView }) {
  const { t, fmt } = useT();
  const { id, result, issues } = view;
  if (!result) return null;
  return (
    <section className="stack" aria-labelledby="result">
      <h2 id="result">{t('imports:result.title')}</h2>
      <Facts
        items={[
          { label: t('imports:result.people'), value: fmt.number(result.people) },
          { label: t('imports:result.awards'), value: fmt.number(result.awards) },
          { label: t('imports:verdict.known'), value: fmt.number(result.known) },
          { label: t('imports:result.left'), value: fmt.number(result.left) },
        ]}
      />
      <div className="row">
        <ButtonLink to="/office/register?state=all" look="plain">
          {t('imports:result.register')}
        </ButtonLink>
        <ButtonLink to={`/office/imports/${id}/issues`} look="plain">
          {t('imports:report.errors', { count: issues.errors })}
        </ButtonLink>
      </div>
    </section>
  );
}
