import type { Packaging } from '~/domain/media/types';
import type { ShownUpload } from '~/domain/uploads/types';
import { StatusMark } from '~/ui/kit/status';
import { useT } from '~/ui/kit/use-t';

export type FileFacts = { packaging: Packaging | null; upload: ShownUpload | null };

/** All bytes are here, and they are not the master yet: they are being checked, or were accepted this moment. */
export const isBeingTaken = ({ packaging, upload }: FileFacts): boolean =>
  upload?.state === 'arrived' || (upload?.state === 'accepted' && packaging?.state === 'awaited');

/** Where a recording's file is, in a word: awaited, under way, being prepared, ready, refused. */
export function FileState({ packaging, upload }: FileFacts) {
  const { t, fmt } = useT();
  if (packaging?.state === 'ready') return <StatusMark status="done">{t('uploads:state.ready')}</StatusMark>;
  if (packaging?.failure) return <StatusMark status="failed">{t('uploads:state.failed')}</StatusMark>;
  if (packaging?.state === 'under-way')
    return <StatusMark status="running">{t('uploads:state.packaging')}</StatusMark>;
  if (isBeingTaken({ packaging, upload }))
    return <StatusMark status="waiting">{t('uploads:state.checking')}</StatusMark>;
  if (upload?.state === 'under-way')
    return (
      <StatusMark status="in-progress">
        {t('uploads:state.under-way', {
          percent: fmt.percent(Math.floor((upload.receivedBytes / upload.bytes) * 100)),
        })}
      </StatusMark>
    );
  return <StatusMark status="missing">{t('uploads:state.awaited')}</StatusMark>;
}

/** The steps of packaging, each with its bar; what went wrong, in words. */
export function PackagingSteps({ packaging }: { packaging: Packaging }) {
  const { t, fmt } = useT();
  const again =
    packaging.failure && packaging.failure !== 'packaging-failed'
      ? 'uploads:step-failed'
      : 'uploads:step-again';
  return (
    <ol className="steps-list stack stack-s">
      {packaging.steps.map(({ name, percent, isDone, error }) => (
        <li key={name} data-step={name}>
          <label className="meter">
            <span className="meter-head num">
              <span>{t.dynamic(`uploads:step.${name}`)}</span>
              <span>{isDone ? t('uploads:step-done') : error ? t(again) : fmt.percent(percent)}</span>
            </span>
            <progress value={isDone ? 100 : percent} max={100} />
          </label>
        </li>
      ))}
    </ol>
  );
}
