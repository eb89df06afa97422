import { useLoaderData } from '@remix-run/react';
import { getTrackPage } from '~/domain/captions/get-track-page.server';
import { trackPageInput } from '~/domain/captions/inputs';
import { isLang, LANG_NAMES } from '~/i18n/locales';
import { newId } from '~/platform/ids';
import { EmptyState } from '~/ui/kit/empty-state';
import { Progress } from '~/ui/kit/meter';
import { Pagination } from '~/ui/kit/pagination';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { assetAt, captionsPath, trackAt } from './captions-at.server';
import { CueForm } from './cue-form';
import { decide, insert, join, remove, save, shift, split, undo } from './editor-forms.server';
import { editorSettings } from './editor-settings';
import { LostCue } from './lost-cue';
import { TrackBar, TrackChoices } from './track-bar';
import { Decisions, InsertForm, KeyHelp, ShiftForm, UndoForm } from './track-forms';
import { CueVideo } from './video';

/** Times by key, saving while typing; everything works without it. */
export const handle = { script: true };

export const loader = signedInLoader(async (args) => {
  const assetId = await assetAt(args);
  const lang = trackAt(args);
  const wanted = args.url.searchParams;
  const asked = trackPageInput.parse(Object.fromEntries(wanted));
  const side = wanted.get('side');
  const track = await getTrackPage(args.ctx, { assetId, lang, side: isLang(side) ? side : null, ...asked });
  return {
    ...track,
    asked,
    recording: args.params.recording ?? '',
    here: captionsPath(args.params.recording ?? ''),
    page: track.page.map((cue) => ({ ...cue, newId: newId() })),
    insertId: newId(),
  };
});

export const action = formActions({ save, split, join, remove, insert, shift, undo, decide });

export const meta = pageMeta<unknown>((_data, t) => ({ title: t('captions:track.title'), noindex: true }));

export default function CaptionEditorPage() {
  const view = useT();
  const { t, fmt } = view;
  const track = useLoaderData<typeof loader>();
  const { lang, side, asked, here, page, canWrite, previous, next, filled, cues, revision } = track;
  const pathOf = (from: number, only = asked.only, beside = side) =>
    `${here}/${lang}?${new URLSearchParams({ from: String(from), only, ...(beside ? { side: beside } : {}) })}`;
  return (
    <Page
      title={
        <>
          {t('captions:track.title')} · <span lang={lang}>{LANG_NAMES[lang].own}</span>
        </>
      }
      lead={<Text value={track.title} />}
      width="office"
      crumbs={[{ to: here, label: t('captions:desk.title') }]}
    >
      <TrackBar track={track} />
      <div className="cue-desk" data-island="caption-editor" data-settings={editorSettings(view, track)}>
        <aside className="cue-aside">
          <CueVideo playback={track.playback} label={t('captions:track.video')} />
          {cues > 0 ? (
            <Progress
              label={t('captions:track.filled')}
              value={filled}
              max={cues}
              shown={<span data-progress>{t('captions:track.progress', { done: filled, total: cues })}</span>}
            />
          ) : null}
          {canWrite ? <UndoForm undo={track.undo} /> : null}
          <KeyHelp />
        </aside>
        <div className="cue-main">
          <TrackChoices track={track} pathOf={pathOf} />
          {canWrite ? <LostCue ids={page.map(({ id }) => id)} newId={track.insertId} /> : null}
          {page.length === 0 ? (
            <EmptyState title={t('captions:track.none')}>
              <p>{t('captions:track.none-text')}</p>
            </EmptyState>
          ) : (
            <ol className="cues">
              {page.map((cue) => (
                <CueForm key={cue.id} cue={cue} lang={lang} side={side} canWrite={canWrite} />
              ))}
            </ol>
          )}
          <Pagination
            first={previous === null ? null : pathOf(0)}
            previous={previous === null ? null : pathOf(previous)}
            next={next === null ? null : pathOf(next)}
          >
            {page[0] ? fmt.clock(page[0].startMs / 1000) : null}
          </Pagination>
          {canWrite ? (
            <div className="row cue-acts">
              <InsertForm newId={track.insertId} after={page.at(-1)?.endMs ?? 0} lang={lang} />
              <ShiftForm revision={revision} />
            </div>
          ) : null}
          <Decisions track={track} />
        </div>
      </div>
    </Page>
  );
}
