import type { TrackPage } from '~/domain/captions/get-track-page.server';
import { LANG_NAMES, LANGS, type Lang } from '~/i18n/locales';
import { Field, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Notice } from '~/ui/kit/notice';
import { Chips } from '~/ui/kit/tabs';
import { useT } from '~/ui/kit/use-t';
import { cueTime } from './cue-state';
import { TrackMark } from './track-mark';
import { ExportLinks } from './track-table';

type Bar = Pick<
  TrackPage,
  'state' | 'isMachine' | 'isOffered' | 'cues' | 'filled' | 'overlaps' | 'lang' | 'readingSpeed' | 'canWrite'
> & {
  here: string;
  decision: { act: string; note: string } | null;
};

/** How the captions stand: their state, a note that came with them, what wants attention. */
export function TrackBar({ track }: { track: Bar }) {
  const { t } = useT();
  const { state, decision, overlaps, isOffered, canWrite } = track;
  return (
    <div className="stack gap-bottom">
      <div className="row">
        <TrackMark state={state} />
        <span className="quiet">{t('captions:track.limit', { count: track.readingSpeed })}</span>
        {overlaps > 0 ? (
          <span className="status tone-warn">{t('captions:track.overlaps', { count: overlaps })}</span>
        ) : null}
        {isOffered ? null : <span className="quiet">{t('captions:desk.not-offered')}</span>}
        <ExportLinks here={track.here} lang={track.lang} />
      </div>
      {state === 'returned' && decision ? (
        <Notice kind="warn" title={t('captions:state.returned')}>
          <p className="break">{decision.note}</p>
        </Notice>
      ) : null}
      {canWrite ? null : <Notice>{t('captions:errors.cannot-write-language')}</Notice>}
    </div>
  );
}

type Only = 'all' | 'empty';
type Choices = Pick<TrackPage, 'lang' | 'side' | 'cues' | 'filled'> & { asked: { from: number; only: Only } };
type PathOf = (from: number, only?: Only, side?: Lang | null) => string;

/** Which cues are shown, what stands beside them, from which time on. */
export function TrackChoices({ track, pathOf }: { track: Choices; pathOf: PathOf }) {
  const { t } = useT();
  const { lang, side, asked, cues, filled } = track;
  const others = LANGS.filter((each) => each !== lang);
  return (
    <div className="row row-apart gap-bottom">
      <Chips
        label={t('captions:track.show')}
        items={(['all', 'empty'] as const).map((only) => ({
          to: pathOf(0, only),
          label: t(`captions:track.only-${only}`),
          count: only === 'all' ? cues : cues - filled,
          current: asked.only === only,
        }))}
      />
      <Chips
        label={t('captions:track.beside')}
        items={others.map((each) => ({
          to: pathOf(asked.from, asked.only, each),
          label: <span lang={each}>{LANG_NAMES[each].own}</span>,
          current: side === each,
        }))}
      />
      <Form method="get" className="form-inline">
        <input type="hidden" name="only" value={asked.only} />
        {side ? <input type="hidden" name="side" value={side} /> : null}
        <Field
          name="at"
          label={t('captions:track.from')}
          value={cueTime(asked.from)}
          short
          required={false}
          maxLength={20}
          inputMode="decimal"
        />
        <SubmitButton look="plain">{t('captions:track.go')}</SubmitButton>
      </Form>
    </div>
  );
}
