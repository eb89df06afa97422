import { Button } from '~/ui/kit/button';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { sentCueId, sentValues, useSentCue } from './cue-state';

/** Words that were typed for a cue which somebody else removed: they can be kept as a new one. */
export function LostCue({ ids, newId }: { ids: readonly string[]; newId: string }) {
  const { t } = useT();
  const sent = useSentCue();
  if (!sent || ids.includes(sentCueId(sent))) return null;
  const { start, end, text } = sentValues(sent);
  return (
    <Notice kind="warn" live title={sent.formError ?? t('captions:errors.cue-gone')}>
      <form method="post" className="stack stack-s">
        <input type="hidden" name="newId" value={newId} />
        <input type="hidden" name="start" value={start} />
        <input type="hidden" name="end" value={end} />
        <label>
          <span className="num">
            {start} – {end}
          </span>
          <textarea name="text" className="input cue-words" rows={2} maxLength={500} defaultValue={text} />
        </label>
        <div>
          <Button name="intent" value="insert" look="plain" small>
            {t('captions:act.keep-as-new')}
          </Button>
        </div>
      </form>
    </Notice>
  );
}
