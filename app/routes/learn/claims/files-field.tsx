import { MOST_BYTES, MOST_FILES } from '~/domain/claims/inputs';
import { Fold } from '~/ui/kit/confirm';
import { FieldFrame, useField } from '~/ui/kit/field-frame';
import { useT } from '~/ui/kit/use-t';

/** Phones offer the camera, the photographs and the files for these. */
const TAKEN = 'image/*,application/pdf';

/** The scans: several at once where they are files, page by page where each is photographed. */
export function FilesField() {
  const { t } = useT();
  const hint = t('claims:field.files-hint', { files: MOST_FILES, most: MOST_BYTES / 1_000_000 });
  const facts = useField({ name: 'files', hint, state: undefined });
  const pages = Array.from({ length: MOST_FILES - 1 }, (_each, index) => index + 2);
  return (
    <>
      <FieldFrame facts={facts} label={t('claims:field.files')} hint={hint} required>
        <input {...facts.control} type="file" className="input" accept={TAKEN} multiple required />
      </FieldFrame>
      <Fold summary={t('claims:field.more-pages')}>
        <div className="stack">
          {pages.map((number) => (
            <div className="field" key={number}>
              <label htmlFor={`page-${number}`}>{t('claims:field.page', { number })}</label>
              <input id={`page-${number}`} type="file" name="files" className="input" accept={TAKEN} />
            </div>
          ))}
        </div>
      </Fold>
    </>
  );
}
