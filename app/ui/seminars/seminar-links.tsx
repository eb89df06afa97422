import type { RelatedSeminar } from '~/domain/seminars/list-related-seminars.server';
import { A } from '~/ui/kit/link';
import { Text } from '~/ui/kit/text';
import { SeminarDays } from './seminar-time';

/** Seminars by title and day. */
export function SeminarLinks({ seminars }: { seminars: readonly RelatedSeminar[] }) {
  return (
    <ul className="list gap-top">
      {seminars.map((seminar) => (
        <li key={seminar.slug} className="row row-apart">
          <A to={`/seminars/${seminar.slug}`}>
            <Text value={seminar.title} quiet />
          </A>
          <span className="quiet num">
            <SeminarDays {...seminar} />
          </span>
        </li>
      ))}
    </ul>
  );
}
