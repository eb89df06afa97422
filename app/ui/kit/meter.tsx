import type { ReactNode } from 'react';
import { useT } from './use-t';

type Props = {
  label: ReactNode;
  /** How far, from 0 to `max`. */
  value: number;
  max?: number;
  /** Words at the end, such as «5 из 8»; the percentage unless given. */
  shown?: ReactNode;
};

/** How far something has come, in words and as a line. */
export function Progress({ label, value, max = 100, shown }: Props) {
  const { fmt } = useT();
  const whole = max > 0 ? max : 1;
  const reached = Math.min(Math.max(value, 0), whole);
  return (
    <label className="meter">
      <span className="meter-head num">
        <span>{label}</span>
        <span>{shown ?? fmt.percent(Math.floor((reached / whole) * 100))}</span>
      </span>
      <progress value={reached} max={whole} />
    </label>
  );
}
