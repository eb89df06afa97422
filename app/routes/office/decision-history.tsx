import type { ApplicationDecision } from '~/domain/applications/types';
import { useT } from '~/ui/kit/use-t';

/** A decision on an application or on an award; only the latter rests on a document. */
export type HistoryEntry = ApplicationDecision & { document?: string | null; actorName: string };

type Props = { decisions: readonly HistoryEntry[]; zone: string };

/** Who decided what, when and why; the oldest first. */
export function DecisionHistory({ decisions, zone }: Props) {
  const { t, fmt } = useT();
  if (decisions.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="decisions">
      <h2 id="decisions">{t('licensing:case.decisions')}</h2>
      <ol className="list">
        {decisions.map(({ id, act, actorName, recordedAt, reason, note, document, effectiveOn }) => (
          <li key={id} className="stack stack-s">
            <p>
              <span className="strong">{t.dynamic(`licensing:act.${act}`)}</span>
              {reason ? `: ${t.dynamic(`licensing:why.${reason}`)}` : ''}
            </p>
            <p className="quiet">
              {actorName}, {fmt.dateTime(recordedAt, zone)}
            </p>
            {document ? (
              <p>{t('licensing:case.document-from', { document, date: fmt.date(effectiveOn) })}</p>
            ) : null}
            {note ? <blockquote className="measure">{note}</blockquote> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
