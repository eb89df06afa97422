import { FactsLine } from '~/ui/kit/facts';
import { LanguageTag } from '~/ui/kit/tag';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import type { RecordingView } from './material';

/** What a recording is: its real length, megabytes, languages, whose it is. */
export function RecordingLine({ view }: { view: RecordingView }) {
  const { t, fmt } = useT();
  const langs = (label: string, of: RecordingView['audio']) =>
    of.length > 0 ? (
      <span key={label}>
        {label} <LanguageTag langs={of} />
      </span>
    ) : null;
  return (
    <FactsLine
      items={[
        view.durationSec === null ? t('recordings:preparing') : fmt.clock(view.durationSec),
        view.bytes === null ? null : fmt.megabytes(view.bytes),
        langs(t('recordings:audio'), view.audio),
        langs(t('recordings:captions'), view.captions),
        <Text key="credit" value={view.credit} quiet />,
      ]}
    />
  );
}
