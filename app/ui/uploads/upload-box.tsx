import { type LocalizedText, pickText } from '~/i18n/content';
import type { UploadSettings } from '~/ui/islands/upload/settings';
import { useT } from '~/ui/kit/use-t';
import { uploadSettings } from './upload-settings';

const VIDEOS = 'video/*,.mkv,.mts,.m2ts,.mxf';
const SOUNDS = 'audio/*,.mp3,.m4a,.wav,.ogg,.flac';

type Props = Pick<UploadSettings, 'organisation' | 'asset' | 'sound' | 'upload'> & {
  label: string;
  hint: string;
  several: boolean;
  /** The part of the page that is written anew when a file is there. */
  follow: string;
  /** Where the new recording may belong; with more than one the sender chooses. */
  places?: readonly { id: string; name: LocalizedText }[];
};

/** Where files are chosen or dropped. Sending them in parts needs a script; without one the page says so. */
export function UploadBox({ label, hint, several, follow, places = [], ...facts }: Props) {
  const view = useT();
  const settings = uploadSettings(view, facts);
  return (
    <div
      className="upload-box stack"
      data-island="upload"
      data-follow={follow}
      data-settings={JSON.stringify(settings)}
    >
      {places.length > 1 ? <PlaceChoice places={places} /> : null}
      <p>
        <label className="btn file-button">
          {label}
          <input
            type="file"
            className="sr"
            accept={facts.sound ? SOUNDS : VIDEOS}
            multiple={several}
            disabled
          />
        </label>
      </p>
      <p className="quiet">{hint}</p>
      <noscript>
        <p className="note">{view.t('uploads:needs-script')}</p>
      </noscript>
      <ul className="list" aria-label={view.t('uploads:under-way')} />
    </div>
  );
}

function PlaceChoice({ places }: Required<Pick<Props, 'places'>>) {
  const { t, lang } = useT();
  return (
    <p className="field">
      <label htmlFor="upload-organisation">{t('uploads:organisation')}</label>
      <select id="upload-organisation" className="input" name="organisation" autoComplete="off">
        {places.map(({ id, name }) => {
          const picked = pickText(name, lang);
          return (
            <option key={id} value={id} lang={picked.isFallback ? picked.lang : undefined}>
              {picked.text}
            </option>
          );
        })}
      </select>
    </p>
  );
}
