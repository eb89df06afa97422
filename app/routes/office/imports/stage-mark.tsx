import type { Stage } from '~/domain/imports/inputs';
import { type Status, StatusMark } from '~/ui/kit/status';
import { useT } from '~/ui/kit/use-t';

const STATUS: Record<Stage, Status> = {
  reading: 'running',
  unreadable: 'broken',
  'to-map': 'waiting',
  checking: 'running',
  checked: 'waiting',
  writing: 'running',
  written: 'done',
  undoing: 'running',
};

/** How far an import is, as icon and words. */
export function StageMark({ stage }: { stage: Stage }) {
  const { t } = useT();
  return <StatusMark status={STATUS[stage]}>{t(`imports:stage.${stage}`)}</StatusMark>;
}
