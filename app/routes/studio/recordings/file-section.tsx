import type { OwnRecording } from '~/domain/recordings/find-own-recording.server';
import type { ShownUpload } from '~/domain/uploads/types';
import { SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { type FileFacts, FileState, isBeingTaken, PackagingSteps } from '~/ui/uploads/packaging-state';
import { UnfinishedUpload } from '~/ui/uploads/unfinished-upload';
import { UploadBox } from '~/ui/uploads/upload-box';

type Props = { recording: OwnRecording; file: FileFacts };

/** The file of a recording: where it is chosen, how far it is, what was made of it. */
export function FileSection({ recording, file }: Props) {
  const { t, path } = useT();
  const { packaging, upload } = file;
  const isMoving = packaging?.state === 'under-way' || isBeingTaken(file);
  const live = isMoving ? { 'data-island': 'packaging', 'data-events': `/packaging/${recording.slug}` } : {};
  return (
    <section id="file" className="stack" {...live}>
      <h2>{t('recordings:studio.file')}</h2>
      <p role="status">
        <FileState {...file} />
      </p>
      {isMoving ? (
        <noscript>
          <p>
            <A to={path}>{t('uploads:refresh')}</A>
          </p>
        </noscript>
      ) : null}
      <Problems {...file} />
      {packaging && packaging.steps.length > 0 ? <PackagingSteps packaging={packaging} /> : null}
      <Checksum upload={upload} />
      {recording.isOwn ? <Sending recording={recording} file={file} /> : null}
      {packaging?.state === 'failed' && !packaging.isAwaited ? <Again /> : null}
    </section>
  );
}

/** Why there is no playable file, in words; or what a service did not do with the one that plays. */
function Problems({ packaging, upload }: FileFacts) {
  const { t } = useT();
  const failure = packaging?.failure ? t.dynamic(`media:errors.${packaging.failure}`) : null;
  const refusal =
    upload?.state === 'ended' && upload.refusal ? t.dynamic(`uploads:refusal.${upload.refusal}`) : null;
  const why = failure ?? refusal;
  if (why) return <Notice kind="warn">{why}</Notice>;
  return packaging?.note ? <Notice>{t.dynamic(`media:errors.${packaging.note}`)}</Notice> : null;
}

function Checksum({ upload }: { upload: ShownUpload | null }) {
  const { t } = useT();
  if (!upload?.sha256) return null;
  return (
    <div className="quiet">
      <p className="checksum">
        <code>{t('uploads:checksum', { sum: upload.sha256 })}</code>
      </p>
      <p>{t(upload.isConfirmed ? 'uploads:checksum-same' : 'uploads:checksum-server')}</p>
    </div>
  );
}

/** Chooses a file, or the same one again to go on. */
function Sending({ recording, file: { packaging, upload } }: Props) {
  const { t } = useT();
  if (!packaging?.isAwaited || isBeingTaken({ packaging, upload })) return null;
  const common = { organisation: null, asset: recording.assetId, several: false, follow: '#file' };
  if (upload?.state === 'under-way') return <UnfinishedUpload {...common} upload={upload} />;
  return (
    <UploadBox
      {...common}
      label={t('uploads:choose-one')}
      hint={t('uploads:choose-one-hint')}
      upload={null}
    />
  );
}

function Again() {
  const { t } = useT();
  return (
    <Form intent="package-again">
      <SubmitButton look="plain">{t('uploads:again')}</SubmitButton>
    </Form>
  );
}
