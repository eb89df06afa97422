import type { ApplicationDecision, ApplicationKind } from '~/domain/applications/types';
import { useT } from '~/ui/kit/use-t';

/** A decision on an application or on an award; only the latter rests on a document. */
export type HistoryEntry = ApplicationDecision & {
  document?: string | null;
  /** Of the application it was made on. */
  kind?: ApplicationKind;
  actorName: string;
};

const RENEWAL_ACTS: Readonly<Record<string, string>> = { confirm: 'renew', propose: 'propose-renewal' };

const wordOf = ({ act, kind }: HistoryEntry): string =>
  `licensing:act.${(kind === 'renewal' && RENEWAL_ACTS[act]) || act}`;

type Props = { decisions: readonly HistoryEntry[]; zone: string };

/** Who decided what, when and why; the oldest first. */
export function DecisionHistory({ decisions, zone }: Props) {
  const { t } = useT();
  if (decisions.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="decisions">
      <h2 id="decisions">{t('licensing:case.decisions')}</h2>
      <ol className="list">
        {decisions.map((entry) => (
          <li key={entry.id} className="stack stack-s">
            <Entry entry={entry} zone={zone} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Entry({ entry, zone }: { entry: HistoryEntry; zone: string }) {
  const { t, fmt } = useT();
  const { actorName, recordedAt, reason, note, document, effectiveOn } = entry;
  return (
    <>
      <p>
        <span className="strong">{t.dynamic(wordOf(entry))}</span>
        {reason ? `: ${t.dynamic(`licensing:why.${reason}`)}` : ''}
      </p>
      <p className="quiet">
        {actorName}, {fmt.dateTime(recordedAt, zone)}
      </p>
      {document ? (
        <p>{t('licensing:case.document-from', { document, date: fmt.date(effectiveOn) })}</p>
      ) : null}
      {note ? <blockquote className="measure">{note}</blockquote> : null}
    </>
  );
}
