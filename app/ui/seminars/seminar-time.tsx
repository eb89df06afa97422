import { type LocalDate, localDateOf } from '~/platform/local-date';
import { useT, type View } from '~/ui/kit/use-t';

type Span = { startsAt: Date; endsAt: Date; zones: readonly string[] };

/** «Астана» for the zones of the two countries; for others the place that the zone is named after. */
export function zoneName(zone: string, t: View['t']): string {
  if (zone === 'Asia/Tokyo') return t('seminars:zone.tokyo');
  if (zone === 'Asia/Almaty') return t('seminars:zone.astana');
  return zone.replace(/^.*\//, '').replaceAll('_', ' ');
}

/** The days of a seminar where its hosts are: «5 декабря 2026 г.» or the first and the last one. */
export function SeminarDays({ startsAt, endsAt, zones }: Span) {
  const { fmt } = useT();
  const zone = zones[0] ?? 'UTC';
  const [first, last] = [localDateOf(startsAt, zone), localDateOf(endsAt, zone)];
  return (
    <>
      <time dateTime={first}>{fmt.date(first)}</time>
      {first === last ? null : (
        <>
          {' – '}
          <time dateTime={last}>{fmt.date(last)}</time>
        </>
      )}
    </>
  );
}

/** When something begins in every zone: «18:00 Токио · 14:00 Астана»; a zone where it is another day says the day. */
export function BeginsAt({ startsAt, zones }: Pick<Span, 'startsAt' | 'zones'>) {
  return <Times zones={zones} startsAt={startsAt} />;
}

/** From when to when in every zone: «18:00–18:45 Токио · 14:00–14:45 Астана», with the day where there are several. */
export function SessionTimes({ startsAt, endsAt, zones, withDay }: Span & { withDay: boolean }) {
  const { fmt } = useT();
  return (
    <>
      {withDay ? <span className="strong">{fmt.date(localDateOf(startsAt, zones[0] ?? 'UTC'))} </span> : null}
      <Times zones={zones} startsAt={startsAt} endsAt={endsAt} />
    </>
  );
}

function Times({ zones, startsAt, endsAt }: { zones: readonly string[]; startsAt: Date; endsAt?: Date }) {
  const { t } = useT();
  const day = localDateOf(startsAt, zones[0] ?? 'UTC');
  return (
    <span className="zones num">
      {zones.map((zone) => (
        <span key={zone} className="nowrap">
          <Time zone={zone} hostDay={day} startsAt={startsAt} endsAt={endsAt} /> {zoneName(zone, t)}
        </span>
      ))}
    </span>
  );
}

type TimeProps = { zone: string; hostDay: LocalDate; startsAt: Date; endsAt: Date | undefined };

function Time({ zone, hostDay, startsAt, endsAt }: TimeProps) {
  const { fmt } = useT();
  const day = localDateOf(startsAt, zone);
  return (
    <>
      {day === hostDay ? null : `${fmt.shortDate(day)} `}
      <time dateTime={startsAt.toISOString()}>{fmt.time(startsAt, zone)}</time>
      {endsAt ? (
        <>
          –<time dateTime={endsAt.toISOString()}>{fmt.time(endsAt, zone)}</time>
        </>
      ) : null}
    </>
  );
}
