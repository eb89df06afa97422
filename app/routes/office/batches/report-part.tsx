import { ButtonLink } from '~/ui/kit/button';
import { Facts } from '~/ui/kit/facts';
import { A } from '~/ui/kit/link';
import { Progress } from '~/ui/kit/meter';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import type { View } from './batch';
import { OutcomeCounts } from './outcome-counts';

/** How far it is, what became of it, the numbers, and the archive. */
export function ReportPart({ view }: { view: View }) {
  const { t, fmt } = useT();
  const { batch, state, counts, numbers, zone } = view;
  const runs = numbers.map(({ first, last }) => (first === last ? first : `${first} – ${last}`));
  return (
    <section className="stack" aria-label={t('batches:report.title')}>
      {state === 'running' ? <Running view={view} /> : null}
      <OutcomeCounts counts={counts} isPreview={false} />
      <Facts
        items={[
          batch.confirmedAt
            ? { label: t('batches:report.by'), value: fmt.dateTime(batch.confirmedAt, zone) }
            : null,
          runs.length > 0 ? { label: t('batches:report.numbers'), value: runs.join(', ') } : null,
        ]}
      />
      <Archive view={view} />
    </section>
  );
}

function Running({ view }: { view: View }) {
  const { t, fmt } = useT();
  const { batch, counts, total } = view;
  const done = total - counts.waiting;
  return (
    <div className="stack">
      <Progress
        label={t('batches:progress.label')}
        value={done}
        max={total}
        shown={t('batches:progress.shown', { done: fmt.number(done), all: fmt.number(total) })}
      />
      <p className="row">
        <span className="quiet">{t('batches:progress.text')}</span>
        <A to={`/office/batches/${batch.id}`} className="link target">
          {t('batches:progress.refresh')}
        </A>
      </p>
    </div>
  );
}

function Archive({ view }: { view: View }) {
  const { t, fmt } = useT();
  const { batch, state, archive } = view;
  if (!archive) return null;
  const { ready, all } = archive;
  const isWhole = state === 'done' && ready === all;
  return (
    <div className="stack stack-s">
      <h2>{t('batches:archive.title')}</h2>
      <p className="quiet">{t('batches:archive.text')}</p>
      {isWhole ? (
        <div>
          <ButtonLink to={`/office/batches/${batch.id}/archive.zip`}>
            {t('batches:archive.download')}
          </ButtonLink>
        </div>
      ) : (
        <Notice>
          <p>{t('batches:archive.ready', { ready: fmt.number(ready), all: fmt.number(all) })}</p>
          <A to={`/office/batches/${batch.id}`} className="link target">
            {t('batches:progress.refresh')}
          </A>
        </Notice>
      )}
    </div>
  );
}
