import { A } from '~/ui/kit/link';
import { useT } from '~/ui/kit/use-t';

/** A moment of a recording as 1:05, leading to it on the `page` that plays it, without script too. */
export function Moment({ startMs, page }: { startMs: number; page: string }) {
  const { fmt } = useT();
  const seconds = Math.floor(startMs / 1000);
  return <A to={`${page}?t=${seconds}`}>{fmt.clock(seconds)}</A>;
}
