import type { RecordingPage } from '~/domain/recordings/get-recording.server';
import type { PlayerChapter } from '~/ui/islands/player/settings';
import { ButtonLink } from '~/ui/kit/button';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { PlayerHost } from '~/ui/media/player-host';
import type { LessonVideo } from '../../learn/lesson-video.server';

type Props = {
  recording: RecordingPage;
  video: LessonVideo;
  chapters: readonly PlayerChapter[];
  /** From the address; null: where the viewer stopped. */
  startAt: number | null;
};

/** The player, or why this reader cannot watch and what to do. Nothing is counted here: study happens in lessons. */
export function RecordingStage({ recording, video, chapters, startAt }: Props) {
  const { t, actor, path } = useT();
  const { playback, problem } = video;
  if (playback)
    return (
      <PlayerHost
        {...video}
        playback={playback}
        chapters={chapters}
        startAt={startAt ?? video.viewing?.positionSec ?? 0}
        progress={null}
      />
    );
  if (!actor && recording.audience !== 'public') return <SignIn path={path} />;
  if (problem === null)
    return <Notice title={t('recordings:not-ready')}>{t('recordings:not-ready-text')}</Notice>;
  return (
    <Notice kind="warn" title={t('recordings:closed')}>
      {t.exists(problem) ? t.dynamic(problem) : null}
    </Notice>
  );
}

function SignIn({ path }: { path: string }) {
  const { t, lang } = useT();
  const back = encodeURIComponent(`/${lang}${path}`);
  return (
    <Notice title={t('recordings:sign-in')}>
      <p className="gap-bottom">{t('recordings:sign-in-text')}</p>
      <div className="row">
        <ButtonLink to={`/sign-in?to=${back}`}>{t('shell:nav.sign-in')}</ButtonLink>
        <ButtonLink to={`/sign-up?to=${back}`} look="plain">
          {t('recordings:sign-up')}
        </ButtonLink>
      </div>
    </Notice>
  );
}
