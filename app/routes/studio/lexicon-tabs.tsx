import { Tabs } from '~/ui/kit/tabs';
import { useT } from '~/ui/kit/use-t';

/** Names and relations; texts that wait for a native reader. */
export function StudioTabs({ waiting }: { waiting: number }) {
  const { t, path } = useT();
  const texts = '/studio/lexicon/texts';
  return (
    <Tabs
      label={t('lexicon:studio.sections')}
      items={[
        { to: '/studio/lexicon', label: t('lexicon:studio.names'), current: path !== texts },
        { to: texts, label: t('lexicon:studio.texts'), count: waiting, current: path === texts },
      ]}
    />
  );
}
