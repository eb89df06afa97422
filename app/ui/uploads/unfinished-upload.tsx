import type { ComponentProps } from 'react';
import type { ShownUpload } from '~/domain/uploads/types';
import { Button } from '~/ui/kit/button';
import { Confirm } from '~/ui/kit/confirm';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { UploadBox } from './upload-box';

type Props = Omit<ComponentProps<typeof UploadBox>, 'label' | 'hint' | 'upload'> & { upload: ShownUpload };

/** An upload that stopped: it goes on with the same file, or is cancelled (the page has the form `cancel-upload`). */
export function UnfinishedUpload({ upload, ...box }: Props) {
  const { t, fmt } = useT();
  if (!upload.isOwn) return <p className="quiet">{t('uploads:not-yours')}</p>;
  const { uploadId: id, bytes, fileName, receivedBytes, expiresAt } = upload;
  const millions = (value: number) => fmt.number(Math.floor(value / 1e6));
  return (
    <>
      <UploadBox
        {...box}
        label={t('uploads:choose-again', { name: fileName })}
        hint={t('uploads:choose-again-hint', {
          percent: fmt.percent(Math.floor((receivedBytes / bytes) * 100)),
          done: millions(receivedBytes),
          all: millions(bytes),
          date: fmt.date((expiresAt ?? '').slice(0, 10)),
        })}
        upload={{ id, bytes, fileName }}
      />
      <Confirm summary={t('uploads:cancel')} danger>
        <p>{t('uploads:cancel-what')}</p>
        <Form intent="cancel-upload">
          <input type="hidden" name="uploadId" value={id} />
          <Button look="danger">{t('uploads:cancel-now')}</Button>
        </Form>
      </Confirm>
    </>
  );
}
