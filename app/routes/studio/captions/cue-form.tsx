import type { TrackPage } from '~/domain/captions/get-track-page.server';
import type { Lang } from '~/i18n/locales';
import { Button } from '~/ui/kit/button';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { CueBeside, CueWarnings } from './cue-notes';
import { cueTime, useCueState } from './cue-state';

export type EditedCue = TrackPage['page'][number] & { newId: string };

type Props = { cue: EditedCue; lang: Lang; side: Lang | null; canWrite: boolean };

/** One cue: its times, its words, what is said beside, what a reader would stumble over. */
export function CueForm({ cue, lang, side, canWrite }: Props) {
  const { t } = useT();
  const { state, values } = useCueState(cue);
  const { id, version, newId } = cue;
  return (
    <li id={`c-${id}`} className="cue" data-start={cue.startMs} data-end={cue.endMs}>
      <form method="post" className="cue-form" data-cue={id} aria-label={cueTime(cue.startMs)}>
        <input type="hidden" name="cueId" value={id} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="newId" value={newId} />
        <input type="hidden" name="at" value="" />
        <div className="cue-times">
          <TimeField id={id} name="start" value={values.start} errors={state?.errors.start} off={!canWrite} />
          <TimeField id={id} name="end" value={values.end} errors={state?.errors.end} off={!canWrite} />
        </div>
        {side ? <CueBeside cue={cue} side={side} lang={lang} /> : null}
        <label htmlFor={`c-${id}-text`} className="sr">
          {t('captions:cue.text')}
        </label>
        <textarea
          id={`c-${id}-text`}
          name="text"
          className="input cue-words"
          lang={lang}
          rows={2}
          maxLength={500}
          defaultValue={values.text}
          readOnly={!canWrite}
          aria-describedby={`c-${id}-notes`}
        />
        <CueProblem cue={cue} />
        <p className="quiet num" data-speed>
          {t('captions:cue.speed', { speed: cue.speed })}
        </p>
        <CueWarnings cue={cue} />
        {canWrite ? <CueButtons /> : null}
      </form>
    </li>
  );
}

type TimeProps = {
  id: string;
  name: 'start' | 'end';
  value: string;
  errors: readonly string[] | undefined;
  off: boolean;
};

function TimeField({ id, name, value, errors = [], off }: TimeProps) {
  const { t } = useT();
  return (
    <label className="cue-time">
      <span className="quiet">{t(`captions:cue.${name}`)}</span>
      <input
        id={`c-${id}-${name}`}
        name={name}
        className="input num"
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        defaultValue={value}
        readOnly={off}
        aria-invalid={errors.length > 0 || undefined}
      />
    </label>
  );
}

/** What was wrong with the cue when it was sent, and how it stands now when somebody else changed it. */
function CueProblem({ cue }: { cue: EditedCue }) {
  const { t } = useT();
  const { state, isChanged } = useCueState(cue);
  if (!state) return null;
  const texts = [state.formError ?? '', ...Object.values(state.errors).flat()].filter((text) => text !== '');
  return (
    <Notice kind="warn" live title={texts.join(' ')}>
      {isChanged ? (
        <>
          <p>{t('captions:cue.stored', { from: cueTime(cue.startMs), to: cueTime(cue.endMs) })}</p>
          <p className="cue-text">{cue.text || '–'}</p>
        </>
      ) : null}
    </Notice>
  );
}

function CueButtons() {
  const { t } = useT();
  return (
    <div className="row cue-buttons">
      {(['save', 'split', 'join', 'remove'] as const).map((intent) => (
        <Button key={intent} name="intent" value={intent} look="plain" small>
          {t(`captions:act.${intent}`)}
        </Button>
      ))}
      <span className="quiet" role="status" aria-live="polite" data-state />
    </div>
  );
}
