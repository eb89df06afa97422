import type { Sentence } from '~/domain/frameworks/types';
import type { Titles } from '~/ui/applications/finding-steps';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';

/** A single requirement in words without links, for boxes and lists of acts. */
export function RequirementWords({ sentence, titles }: { sentence: Sentence; titles: Titles }) {
  const { t } = useT();
  const { key, params, ref, about } = sentence;
  const title = ref ? titles[ref] : undefined;
  const words = t.dynamic(key, params);
  if (!title && !about) return <>{words}</>;
  return (
    <>
      {t('licensing:path.label', { what: words })} {title ? <Text value={title} quiet /> : null}
      {about ? t(about) : null}
    </>
  );
}
