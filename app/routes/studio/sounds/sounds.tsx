import { useLoaderData } from '@remix-run/react';
import { Notice } from '~/ui/kit/notice';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { checksumForm } from '../recordings/checksum-form.server';
import { recordingForms, recordingOf } from '../recordings/recording-forms.server';
import { Aligner } from './aligner';
import { loadPicture, loadSounds } from './load-sounds.server';
import { SoundFiles } from './sound-files';
import { soundForms } from './sound-forms.server';

/** The upload, the checks under way, and the tool that aligns. */
export const handle = { script: true };

export const loader = signedInLoader(async (args) => {
  const { ctx, url } = args;
  const recording = await recordingOf(args);
  const { packaging, lines } = await loadSounds(ctx, recording);
  const wanted = url.searchParams.get('sound');
  const chosen = lines.flatMap(({ added }) => added).find(({ id }) => id === wanted) ?? null;
  const picture = chosen?.preview ? await loadPicture(ctx, recording.id) : null;
  const { slug, title, assetId } = recording;
  return { recording: { slug, title, assetId }, packaging, lines, chosen, picture };
});

export const action = formActions({
  checksum: checksumForm,
  save: soundForms.save,
  remove: soundForms.remove,
  'examine-again': soundForms['examine-again'],
  'cancel-upload': soundForms['cancel-upload'],
  'package-again': recordingForms['package-again'],
});

export const meta = pageMeta<unknown>((_data, t) => ({ title: t('sounds:title'), noindex: true }));

export default function StudioSounds() {
  const { t } = useT();
  const { recording, packaging, lines, chosen, picture } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('sounds:title')}
      lead={<Text value={recording.title} />}
      width="office"
      crumbs={[
        { to: '/studio/recordings', label: t('recordings:studio.back') },
        { to: `/studio/recordings/${recording.slug}`, label: <Text value={recording.title} /> },
      ]}
    >
      <div className="stack stack-l">
        <p className="measure">{t('sounds:hint')}</p>
        {packaging && packaging.version > 0 ? null : <Notice>{t('sounds:errors.nothing-plays')}</Notice>}
        {chosen?.preview && picture ? (
          <Aligner sound={chosen} preview={chosen.preview} picture={picture} />
        ) : null}
        <SoundFiles recording={recording} packaging={packaging} lines={lines} />
      </div>
    </Page>
  );
}
