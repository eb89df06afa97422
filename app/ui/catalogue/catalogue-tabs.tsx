import { Tabs } from '~/ui/kit/tabs';
import { useT } from '~/ui/kit/use-t';

/** The way between the lists of the catalogue. */
export function CatalogueTabs() {
  const { t, path } = useT();
  const tab = (to: string, label: string) => ({ to, label, current: path === to });
  return (
    <div className="gap-bottom">
      <Tabs
        label={t('catalogue:tabs.label')}
        items={[
          tab('/courses', t('catalogue:tabs.courses')),
          tab('/paths', t('catalogue:tabs.paths')),
          tab('/methodologies', t('catalogue:tabs.methodologies')),
          tab('/seminars', t('catalogue:tabs.seminars')),
          tab('/recordings', t('catalogue:tabs.recordings')),
          tab('/partners', t('catalogue:tabs.partners')),
        ]}
      />
    </div>
  );
}
