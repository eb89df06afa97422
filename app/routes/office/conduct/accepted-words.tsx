import type { LastAcceptance } from '~/domain/conduct/find-acceptance.server';
import { localDateOf } from '~/platform/local-date';
import { useT } from '~/ui/kit/use-t';

/** Which version of the code a coach accepted last, and when. */
export function AcceptedWords({ last, zone }: { last: LastAcceptance; zone: string }) {
  const { t, fmt } = useT();
  const { current, number, acceptedAt } = last;
  if (number === null || acceptedAt === null) return <>{t('conduct:award.none')}</>;
  const date = fmt.date(localDateOf(acceptedAt, zone));
  return <>{t(`conduct:award.${number < current ? 'older' : 'accepted'}`, { number, current, date })}</>;
}
