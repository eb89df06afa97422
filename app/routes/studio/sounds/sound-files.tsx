import type { Packaging } from '~/domain/media/types';
import type { ShownUpload } from '~/domain/uploads/types';
import { LANG_NAMES } from '~/i18n/locales';
import { SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { Notice } from '~/ui/kit/notice';
import { StatusMark } from '~/ui/kit/status';
import { useT } from '~/ui/kit/use-t';
import { PackagingSteps } from '~/ui/uploads/packaging-state';
import { UnfinishedUpload } from '~/ui/uploads/unfinished-upload';
import { UploadBox } from '~/ui/uploads/upload-box';
import { AddedSound } from './added-sound';
import type { LangLine } from './load-sounds.server';

type Props = {
  recording: { slug: string; assetId: string };
  packaging: Packaging | null;
  lines: readonly LangLine[];
};

const isTaken = (upload: ShownUpload | null) => upload?.state === 'arrived';

/** The sounds by language, with the files on their way; written anew while something of it moves. */
export function SoundFiles({ recording, packaging, lines }: Props) {
  const { t, path } = useT();
  const isMaking = packaging?.state === 'under-way';
  const states = lines.flatMap(({ added }) => added.map(({ state }) => state));
  const isMoving =
    isMaking ||
    lines.some(({ upload }) => isTaken(upload)) ||
    states.includes('checking') ||
    (states.includes('waits') && !packaging?.failure);
  const live = isMoving ? { 'data-island': 'packaging', 'data-events': `/packaging/${recording.slug}` } : {};
  return (
    <section id="sound-files" className="stack" {...live}>
      <h2>{t('sounds:list')}</h2>
      {isMoving ? (
        <noscript>
          <p>
            <A to={path}>{t('uploads:refresh')}</A>
          </p>
        </noscript>
      ) : null}
      {packaging?.failure ? <Failure packaging={packaging} /> : null}
      {packaging && isMaking ? (
        <>
          <p role="status">{t('sounds:making')}</p>
          <PackagingSteps packaging={packaging} />
        </>
      ) : null}
      <ul className="list">
        {lines.map((line) => (
          <li key={line.lang} className="stack">
            <LangSounds line={line} recording={recording} canSend={(packaging?.version ?? 0) > 0} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why the next version did not come about; the page of the recording tries again. */
function Failure({ packaging }: { packaging: Packaging }) {
  const { t } = useT();
  return (
    <Notice kind="warn">
      <p>{t.dynamic(`media:errors.${packaging.failure}`)}</p>
      {packaging.isAwaited ? null : (
        <Form intent="package-again">
          <SubmitButton look="plain">{t('uploads:again')}</SubmitButton>
        </Form>
      )}
    </Notice>
  );
}

type LineProps = { line: LangLine; recording: Props['recording']; canSend: boolean };

function LangSounds({ line, recording, canSend }: LineProps) {
  const { t } = useT();
  const { lang, own, isFloor, added } = line;
  return (
    <>
      <h3 lang={lang}>{LANG_NAMES[lang].own}</h3>
      {own === null ? null : (
        <p>
          <span lang={lang}>{own}</span>{' '}
          <span className="quiet">{t(isFloor ? 'sounds:floor' : 'sounds:of-master')}</span>
        </p>
      )}
      {added.map((sound) => (
        <AddedSound key={sound.id} sound={sound} />
      ))}
      {own === null && added.length === 0 ? <p className="quiet">{t('sounds:none')}</p> : null}
      {own === null && canSend ? <Sending line={line} assetId={recording.assetId} /> : null}
    </>
  );
}

/** Chooses a file, or the same one again to go on. */
function Sending({ line, assetId }: { line: LangLine; assetId: string }) {
  const { t } = useT();
  const { lang, upload, added } = line;
  if (isTaken(upload))
    return (
      <p>
        <StatusMark status="waiting">{t('sounds:state.checking')}</StatusMark>
      </p>
    );
  const box = { organisation: null, asset: assetId, sound: lang, several: false, follow: '#sound-files' };
  if (upload?.state === 'under-way') return <UnfinishedUpload {...box} upload={upload} />;
  const refusal =
    upload?.state === 'ended' && upload.refusal ? t.dynamic(`uploads:refusal.${upload.refusal}`) : null;
  return (
    <>
      {refusal ? <Notice kind="warn">{refusal}</Notice> : null}
      <UploadBox
        {...box}
        label={t(added.length > 0 ? 'sounds:replace' : 'sounds:choose')}
        hint={t('sounds:choose-hint')}
        upload={null}
      />
    </>
  );
}
