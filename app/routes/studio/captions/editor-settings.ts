import type { TrackPage } from '~/domain/captions/get-track-page.server';
import type { CueLabels, EditorSettings } from '~/ui/islands/captions/settings';
import type { View } from '~/ui/kit/use-t';

const labelsOf = ({ t }: Pick<View, 't'>): CueLabels => ({
  saved: t('captions:saving.saved'),
  saving: t('captions:saving.saving'),
  unsaved: t('captions:saving.unsaved'),
  retry: t('captions:saving.retry'),
  refused: t('captions:saving.refused'),
  theirs: t('captions:saving.theirs'),
  'keep-mine': t('captions:act.keep-mine'),
  'take-theirs': t('captions:act.take-theirs'),
  'set-start': t('captions:act.set-start'),
  'set-end': t('captions:act.set-end'),
  play: t('captions:act.play'),
});

type Facts = Pick<TrackPage, 'lang' | 'side' | 'revision' | 'canWrite'> & { recording: string };

/** Everything the page's script needs to know, in the reader's language. */
export function editorSettings(view: Pick<View, 't' | 'lang'>, track: Facts): string {
  const settings: EditorSettings = {
    endpoint: `/captions/cue?lang=${view.lang}`,
    recording: track.recording,
    lang: track.lang,
    side: track.side,
    revision: track.revision,
    canWrite: track.canWrite,
    labels: labelsOf(view),
  };
  return JSON.stringify(settings);
}
