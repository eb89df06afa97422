import type { Formatters } from '~/i18n/format';
import { useT } from '~/ui/kit/use-t';
import { type Status, StatusIcon, toneOf } from '../kit/status';

/** `isAnswered`: the server's own answer stands on this page. */
type Props = { isAnswered?: boolean };

/** What may come out of a check, and the icon beside its word. */
const VERDICTS = {
  valid: 'valid',
  'not-yet-valid': 'not-yet-valid',
  expired: 'expired',
  suspended: 'suspended',
  revoked: 'revoked',
  unlisted: 'unknown',
  forged: 'broken',
  'unknown-key': 'unknown',
  'no-keys': 'unknown',
  'no-code': 'unknown',
  'no-picture': 'unknown',
  unchecked: 'unknown',
} as const satisfies Record<string, Status>;

type Verdict = keyof typeof VERDICTS;

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];

/** How a day of each month is written, with {d} and {y}: browsers lack Kazakh. */
const datePatterns = (fmt: Formatters): string[] =>
  MONTHS.map((month) => fmt.date(`2049-${month}-22`).replace('2049', '{y}').replace('22', '{d}'));

/** The place where the browser says what a signed code is worth. It needs script, and shows nothing without. */
export function CodeCheck({ isAnswered = false }: Props) {
  const { fmt } = useT();
  return (
    <div
      className="stack"
      data-island="verify"
      data-dates={JSON.stringify(datePatterns(fmt))}
      {...(isAnswered ? { 'data-answered': '' } : {})}
    >
      <div data-verdict="" aria-live="polite" />
      {(Object.keys(VERDICTS) as Verdict[]).map((verdict) => (
        <VerdictWords key={verdict} verdict={verdict} />
      ))}
      <CodeFacts />
      <MomentWords />
      <LinkWords />
    </div>
  );
}

/** Asks for a photo of a code, on a page with `CodeCheck`; hidden without script. */
export function PhotoField() {
  const { t } = useT();
  return (
    <div className="field gap-top" data-photo="" hidden>
      <label htmlFor="code-photo">{t('proofs:photo.label')}</label>
      <p className="hint" id="code-photo-hint">
        {t('proofs:photo.hint')}
      </p>
      <input
        id="code-photo"
        className="input"
        type="file"
        accept="image/*"
        aria-describedby="code-photo-hint"
      />
      <p className="quiet" data-kept="" hidden>
        {t('proofs:kept')}
      </p>
    </div>
  );
}

function VerdictWords({ verdict }: { verdict: Verdict }) {
  const { t } = useT();
  const status = VERDICTS[verdict];
  return (
    <template data-say={verdict}>
      <h2 className={`status tone-${toneOf(status)}`}>
        <StatusIcon status={status} />
        <span>{t(`proofs:verdict.${verdict}`)}</span>
      </h2>
      <p>{t(`proofs:says.${verdict}`)}</p>
    </template>
  );
}

const slots = { name: '{name}', level: '{level}', serial: '{serial}' };

/** What the code says; its values come in the browser. */
function CodeFacts() {
  const { t } = useT();
  const slot = (pattern: string) => <dd data-slot="">{pattern}</dd>;
  return (
    <template data-say="facts">
      <dl className="facts">
        <dt>{t('credentials:facts.holder')}</dt>
        <dd data-slot="" translate="no">
          {slots.name}
        </dd>
        <dt>{t('credentials:facts.level')}</dt>
        {slot(slots.level)}
        <dt>{t('credentials:facts.valid')}</dt>
        {slot(t('credentials:facts.valid-value', { from: '{from}', until: '{until}' }))}
        <dt>{t('credentials:facts.serial')}</dt>
        {slot(slots.serial)}
      </dl>
    </template>
  );
}

function MomentWords() {
  const { t } = useT();
  return (
    <>
      {(['online', 'offline'] as const).map((when) => (
        <template key={when} data-say={when}>
          <p className="quiet num" data-slot="">
            {t(`proofs:moment.${when}`, { moment: '{moment}' })}
          </p>
        </template>
      ))}
    </>
  );
}

function LinkWords() {
  const { t } = useT();
  return (
    <template data-say="link">
      <p>
        <a className="link target" href="#main">
          {t('proofs:photo.open')}
        </a>
      </p>
    </template>
  );
}
