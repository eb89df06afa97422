import type { Counts, ItemOutcome } from '~/domain/batches/types';
import { Facts } from '~/ui/kit/facts';
import type { Status } from '~/ui/kit/status';
import { StatusMark } from '~/ui/kit/status';
import { useT } from '~/ui/kit/use-t';

const SHOWN = ['issued', 'proposed', 'returned', 'refused', 'not-done'] as const;

const SIGNS: Record<ItemOutcome | 'waiting', Status> = {
  issued: 'approved',
  proposed: 'waiting',
  returned: 'returned',
  refused: 'refused',
  'not-done': 'missing',
  waiting: 'queued',
};

/** What becomes of an item, or would, as sign and word. */
export function OutcomeMark({ outcome, isPreview }: { outcome: ItemOutcome | null; isPreview: boolean }) {
  const { t } = useT();
  const shown = outcome ?? 'waiting';
  const words = isPreview && outcome ? t(`batches:will.${outcome}`) : t(`batches:became.${shown}`);
  return <StatusMark status={SIGNS[shown]}>{words}</StatusMark>;
}

/** How many of each; nothing of which there is none, but for what is not done. */
export function OutcomeCounts({ counts, isPreview }: { counts: Counts; isPreview: boolean }) {
  const { t, fmt } = useT();
  const shown = SHOWN.filter((outcome) => counts[outcome] > 0 || outcome === 'not-done');
  return (
    <Facts
      items={shown.map((outcome) => ({
        label: t(isPreview ? `batches:will.${outcome}` : `batches:became.${outcome}`),
        value: <strong className="num">{fmt.number(counts[outcome])}</strong>,
      }))}
    />
  );
}
