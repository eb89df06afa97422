import type { CountedBy } from '~/domain/applications/types';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';

/** By which paper of others a requirement counts as met, and under which conditions. */
export function CountedByWords({ by: { kind, paper, on, conditions } }: { by: CountedBy }) {
  const { t, fmt } = useT();
  return (
    <span className="quiet">
      {t('licensing:path.label', { what: t('equivalences:counted.as-met') })} <Text value={paper} quiet />
      {' · '}
      {t(`equivalences:counted.${kind}`, { date: fmt.date(on) })}
      {conditions ? (
        <>
          {' · '}
          <Text value={conditions} quiet />
        </>
      ) : null}
    </span>
  );
}
