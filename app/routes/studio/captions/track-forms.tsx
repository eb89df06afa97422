import type { TrackPage } from '~/domain/captions/get-track-page.server';
import type { Lang } from '~/i18n/locales';
import { Button } from '~/ui/kit/button';
import { Confirm, Fold } from '~/ui/kit/confirm';
import { Field, SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';
import { cueTime } from './cue-state';

/** Takes back the editor's own last change; the script keeps it up to date while cues are saved. */
export function UndoForm({ undo }: { undo: { id: string; kind: string } | null }) {
  const { t } = useT();
  const state = useFormState('undo');
  return (
    <Form intent="undo" state={state} className="stack stack-s" data-undo hidden={!undo && !state}>
      <input type="hidden" name="changeId" value={undo?.id ?? ''} />
      <div>
        <Button look="plain" small>
          {t('captions:act.undo')}
        </Button>
      </div>
    </Form>
  );
}

/** A cue at any time that is free. */
export function InsertForm({ newId, after, lang }: { newId: string; after: number; lang: Lang }) {
  const { t } = useT();
  const state = useFormState('insert');
  return (
    <Confirm summary={t('captions:act.insert')} open={state !== undefined}>
      <Form intent="insert" state={state} data-insert>
        <input type="hidden" name="newId" value={newId} />
        <div className="row">
          <Field name="start" label={t('captions:cue.start')} value={cueTime(after)} short maxLength={20} />
          <Field
            name="end"
            label={t('captions:cue.end')}
            value={cueTime(after + 2000)}
            short
            maxLength={20}
          />
        </div>
        <TextAreaField
          name="text"
          label={t('captions:cue.text')}
          rows={2}
          maxLength={500}
          required={false}
          lang={lang}
        />
        <div>
          <SubmitButton>{t('captions:act.insert')}</SubmitButton>
        </div>
      </Form>
    </Confirm>
  );
}

/** Moves all cues from a time on, for a file that was made to another beginning. */
export function ShiftForm({ revision }: { revision: number }) {
  const { t } = useT();
  const state = useFormState('shift');
  return (
    <Confirm summary={t('captions:act.shift')} open={state !== undefined}>
      <Form intent="shift" state={state}>
        <p className="measure">{t('captions:shift.text')}</p>
        <input type="hidden" name="revision" value={revision} />
        <Field
          name="by"
          label={t('captions:shift.by')}
          hint={t('captions:shift.by-hint')}
          short
          maxLength={20}
        />
        <Field name="from" label={t('captions:shift.from')} value="0:00.000" short maxLength={20} />
        <div>
          <SubmitButton>{t('captions:act.shift')}</SubmitButton>
        </div>
      </Form>
    </Confirm>
  );
}

type Decided = Pick<TrackPage, 'state' | 'revision' | 'canWrite' | 'canApprove' | 'cues' | 'filled'>;

const CAN_BE_REVIEWED: readonly TrackPage['state'][] = ['machine', 'draft', 'returned'];

/** Reviewed by editors, approved or given back by an instructor of the organisation. */
export function Decisions({ track }: { track: Decided }) {
  const { t } = useT();
  const { state, canWrite, canApprove, revision, cues, filled } = track;
  const sent = useFormState('decide');
  const isWaiting = state === 'reviewed' || state === 'approved';
  const isReviewable = canWrite && CAN_BE_REVIEWED.includes(state) && cues > 0 && filled === cues;
  if (!isReviewable && !(canApprove && isWaiting) && !sent) return null;
  return (
    <section className="section stack">
      <h2 className="h3">{t('captions:decide.title')}</h2>
      {sent?.formError ? (
        <p className="field-error" role="alert">
          {sent.formError}
        </p>
      ) : null}
      <div className="row">
        {isReviewable ? (
          <DecideForm act="reviewed" revision={revision} text={t('captions:decide.reviewed-text')} />
        ) : null}
        {canApprove && state === 'reviewed' ? (
          <DecideForm act="approved" revision={revision} text={t('captions:decide.approved-text')} />
        ) : null}
        {canApprove && isWaiting ? (
          <DecideForm act="returned" revision={revision} text={t('captions:decide.returned-text')} />
        ) : null}
      </div>
    </section>
  );
}

type DecideProps = { act: 'reviewed' | 'approved' | 'returned'; revision: number; text: string };

function DecideForm({ act, revision, text }: DecideProps) {
  const { t } = useT();
  const sent = useFormState('decide');
  const state = sent?.values.act === act ? sent : undefined;
  return (
    <Confirm summary={t(`captions:decide.${act}`)} open={state !== undefined}>
      <p className="measure">{text}</p>
      <Form intent="decide" state={state}>
        <input type="hidden" name="act" value={act} />
        <input type="hidden" name="revision" value={revision} />
        {act === 'returned' ? (
          <TextAreaField name="note" label={t('captions:decide.note')} rows={3} maxLength={2000} />
        ) : null}
        <div>
          <SubmitButton>{t(`captions:decide.${act}`)}</SubmitButton>
        </div>
      </Form>
    </Confirm>
  );
}

const KEYS = ['start', 'end', 'play', 'split', 'join', 'next', 'undo'] as const;

/** What the keys do; shown where there is a script. */
export function KeyHelp() {
  const { t } = useT();
  return (
    <div data-keys hidden>
      <Fold summary={t('captions:keys.title')}>
        <ul className="stack stack-s">
          {KEYS.map((key) => (
            <li key={key}>{t(`captions:keys.${key}`)}</li>
          ))}
        </ul>
      </Fold>
    </div>
  );
}
