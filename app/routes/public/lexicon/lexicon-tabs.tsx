import { Tabs } from '~/ui/kit/tabs';
import { useT } from '~/ui/kit/use-t';

/** Techniques and glossary, side by side. */
export function LexiconTabs() {
  const { t, path } = useT();
  return (
    <Tabs
      label={t('lexicon:list.siblings')}
      items={[
        { to: '/techniques', label: t('lexicon:list.title'), current: path === '/techniques' },
        { to: '/glossary', label: t('lexicon:terms.title'), current: path === '/glossary' },
      ]}
    />
  );
}
