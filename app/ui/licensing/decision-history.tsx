import type { ReactNode } from 'react';
import type { CountedBy } from '~/domain/applications/types';
import type { ActState } from '~/domain/licensing/types';
import { CountedByWords } from '~/ui/applications/counted-by';
import { useT } from '~/ui/kit/use-t';

/** An entry of the history: an act on an award, a decision on its application, a proposal, or the end of one. */
export type HistoryEntry = {
  id: string;
  /** Key of the words that name it. */
  words: string;
  actorName: string;
  /** Who turned the first of two keys. */
  proposerName?: string | null;
  recordedAt: Date;
  reason: string | null;
  note: string;
  document?: string | null;
  legalBasis?: string | null;
  effectiveOn: string;
  until?: string | null;
  before?: ActState | null;
  after?: ActState | null;
  /** Papers of others by which something counted as met. */
  counted?: readonly CountedBy[];
  /** Whether their conditions were checked. */
  conditionsChecked?: boolean;
};

type Decided = { act: string; kind?: string };

const RENEWAL_ACTS: Readonly<Record<string, string>> = { confirm: 'renew', propose: 'propose-renewal' };

/** What a decision on an award or an application is called. */
export const wordsOf = ({ act, kind }: Decided): string =>
  `licensing:act.${(kind === 'renewal' && RENEWAL_ACTS[act]) || act}`;

export const byTime = (a: HistoryEntry, b: HistoryEntry): number =>
  a.recordedAt.getTime() - b.recordedAt.getTime() || (a.id < b.id ? -1 : 1);

type Props = {
  decisions: readonly HistoryEntry[];
  zone: string;
  /** What stands beneath an entry, such as an appeal against it. */
  beneath?: (entry: HistoryEntry) => ReactNode;
};

/** Who did what, when and why, and what it changed; the oldest first. */
export function DecisionHistory({ decisions, zone, beneath }: Props) {
  const { t } = useT();
  if (decisions.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="decisions">
      <h2 id="decisions">{t('licensing:case.decisions')}</h2>
      <ol className="list">
        {decisions.map((entry) => (
          <li key={entry.id} className="stack stack-s">
            <Entry entry={entry} zone={zone} />
            {beneath?.(entry)}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Entry({ entry, zone }: { entry: HistoryEntry; zone: string }) {
  const { t, fmt } = useT();
  const { actorName, proposerName, recordedAt, reason, note, document, legalBasis, effectiveOn, until } =
    entry;
  return (
    <>
      <p>
        <span className="strong">{t.dynamic(entry.words)}</span>
        {reason ? `: ${t.dynamic(`licensing:why.${reason}`)}` : ''}
      </p>
      <p className="quiet">
        {actorName}, {fmt.dateTime(recordedAt, zone)}
      </p>
      {proposerName ? (
        <p className="quiet">{t('sanctions:history.first-key', { name: proposerName })}</p>
      ) : null}
      {entry.counted?.map((by) => (
        <p key={`${by.id} ${by.paper.original}`}>
          <CountedByWords by={by} />
        </p>
      ))}
      {entry.conditionsChecked ? <p>{t('applications:conditions.checked')}</p> : null}
      <Change before={entry.before} after={entry.after} />
      {until ? (
        <p>{t('sanctions:history.days', { from: fmt.date(effectiveOn), until: fmt.date(until) })}</p>
      ) : null}
      {document ? (
        <p>{t('licensing:case.document-from', { document, date: fmt.date(effectiveOn) })}</p>
      ) : null}
      {legalBasis ? <p>{t('sanctions:history.legal-basis', { legalBasis })}</p> : null}
      {note ? <blockquote className="measure">{note}</blockquote> : null}
    </>
  );
}

type ChangeProps = { before: ActState | null | undefined; after: ActState | null | undefined };

/** The state on the day from which the act counts, before and after it. */
function Change({ before, after }: ChangeProps) {
  const { t } = useT();
  if (!before || !after) return null;
  const words = ({ state, reason }: ActState) =>
    t(`licensing:state.${state}`) + (reason ? ` (${t(`licensing:reason.${reason}`)})` : '');
  return (
    <p className="quiet">{t('sanctions:history.change', { before: words(before), after: words(after) })}</p>
  );
}
