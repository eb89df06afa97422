import type { ShownSound } from '~/domain/sounds/types';
import type { AlignSettings } from '~/ui/islands/align/settings';
import { Field, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT, type View } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

const settingsOf = ({ t }: Pick<View, 't'>): AlignSettings => ({
  labels: {
    'picture-volume': t('sounds:tool.picture-volume'),
    'sound-volume': t('sounds:tool.sound-volume'),
    shift: t('sounds:tool.shift'),
    keys: t('sounds:tool.keys'),
  },
  steps: {
    '-1000': t('sounds:tool.second-earlier'),
    '-100': t('sounds:tool.tenth-earlier'),
    '-10': t('sounds:tool.hundredth-earlier'),
    '10': t('sounds:tool.hundredth-later'),
    '100': t('sounds:tool.tenth-later'),
    '1000': t('sounds:tool.second-later'),
  },
});

type Props = { sound: ShownSound; preview: string; picture: { url: string; poster: string } };

/**
 * The recording and the added sound together, shifted against each other by the island `align`; without script both play
 * by themselves, and the offset is a number.
 */
export function Aligner({ sound, preview, picture }: Props) {
  const view = useT();
  const { t } = view;
  const state = useFormState('save');
  const { id, lang, label, offsetMs } = sound;
  return (
    <section
      id="align"
      className="stack"
      data-island="align"
      data-settings={JSON.stringify(settingsOf(view))}
    >
      <h2>
        {t('sounds:aligning')} · <span lang={lang}>{label}</span>
      </h2>
      <div className="player">
        {/* biome-ignore lint/a11y/useMediaCaption: only its sound is compared with another one */}
        <video
          controls
          preload="metadata"
          playsInline
          poster={picture.poster}
          aria-label={t('sounds:tool.picture')}
          width="960"
          height="540"
          src={picture.url}
        />
      </div>
      {/* biome-ignore lint/a11y/useMediaCaption: it is the sound that is added */}
      <audio controls preload="metadata" aria-label={label} src={preview} />
      <Form intent="save" state={state} className="form">
        <input type="hidden" name="sound" value={id} />
        <Field
          name="offset"
          label={t('sounds:offset')}
          hint={t('sounds:offset-hint')}
          value={String(offsetMs)}
          type="number"
          step="1"
          short
        />
        <Field name="label" label={t('sounds:label')} value={label} lang={lang} maxLength={80} />
        <p className="hint">{t('sounds:save-hint')}</p>
        <SubmitButton>{t('sounds:save')}</SubmitButton>
      </Form>
    </section>
  );
}
