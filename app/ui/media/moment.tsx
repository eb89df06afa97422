import { A } from '~/ui/kit/link';
import { useT } from '~/ui/kit/use-t';

/** A moment of a recording as 1:05; a link where `page` plays from a second. */
export function Moment({ startMs, page }: { startMs: number; page: string | undefined }) {
  const { fmt } = useT();
  const seconds = Math.floor(startMs / 1000);
  return page ? <A to={`${page}?t=${seconds}`}>{fmt.clock(seconds)}</A> : fmt.clock(seconds);
}
