import type { ListedInstructor } from '~/domain/partners/list-instructors.server';
import type { RecordingPage } from '~/domain/recordings/get-recording.server';
import type { RecordingView } from '~/ui/catalogue/material';
import { Facts } from '~/ui/kit/facts';
import { A } from '~/ui/kit/link';
import { LanguageTag } from '~/ui/kit/tag';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';

type Props = { recording: RecordingPage; view: RecordingView | null; instructor: ListedInstructor | null };

/** Length, languages, whose it is, who may watch and until when. */
export function RecordingSheet({ recording, view, instructor }: Props) {
  const { t, fmt } = useT();
  const { audience, availableUntil, organisation } = recording;
  return (
    <aside className="fact-side">
      <h2 className="sr">{t('recordings:facts')}</h2>
      <Facts
        items={[
          view?.durationSec ? { label: t('recordings:length'), value: fmt.clock(view.durationSec) } : null,
          view?.bytes ? { label: t('recordings:size'), value: fmt.megabytes(view.bytes) } : null,
          view && view.audio.length > 0
            ? { label: t('recordings:audio'), value: <LanguageTag langs={view.audio} /> }
            : null,
          view && view.captions.length > 0
            ? { label: t('recordings:captions'), value: <LanguageTag langs={view.captions} /> }
            : null,
          instructor
            ? { label: t('recordings:instructor'), value: <Instructor instructor={instructor} /> }
            : null,
          organisation ? { label: t('recordings:by'), value: <Text value={organisation} /> } : null,
          { label: t('recordings:who'), value: t(`recordings:audience.${audience}`) },
          { label: t('recordings:since'), value: fmt.date(recording.publishedAt) },
          availableUntil === null ? null : { label: t('recordings:until'), value: fmt.date(availableUntil) },
        ]}
      />
    </aside>
  );
}

function Instructor({ instructor: { slug, credit } }: { instructor: ListedInstructor }) {
  return (
    <A to={`/instructors/${slug}`}>
      <Text value={credit} />
    </A>
  );
}
