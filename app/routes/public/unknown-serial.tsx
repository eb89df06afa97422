import { StatusIcon } from '~/ui/kit/status';
import { useT } from '~/ui/kit/use-t';
import { SerialForm } from './serial-form';

/** The answer for a serial that nothing of ours has. */
export function UnknownSerial({ typed }: { typed: string }) {
  const { t } = useT();
  return (
    <>
      <div className="answer tone-quiet">
        <StatusIcon status="unknown" className="answer-mark" />
        <div>
          <h1>{t('credentials:answer.unknown')}</h1>
          <p className="break">{t('credentials:unknown.text', { serial: typed })}</p>
        </div>
      </div>
      <div className="ruled stack">
        <p>{t('credentials:unknown.letters')}</p>
        <p className="strong">{t('credentials:unknown.paper')}</p>
      </div>
      <div className="ruled">
        <SerialForm value={typed} />
      </div>
    </>
  );
}
