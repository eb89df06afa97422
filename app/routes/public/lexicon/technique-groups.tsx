import { CLASSES, SETS, type TechniqueClass, type TraditionalSet } from '~/domain/lexicon/inputs';
import { ClassDrawing } from '~/ui/drawings/class-drawing';
import { useT } from '~/ui/kit/use-t';
import { CLASS_NAMES, SET_NAMES } from '~/ui/lexicon/japanese-names';
import { type RowView, TechniqueRow } from '~/ui/lexicon/technique-row';

type Grouped = RowView & { class: TechniqueClass; set: TraditionalSet | null };

type Props = { by: 'class' | 'set'; techniques: readonly Grouped[] };

/** The list by class or by traditional set; groups without techniques are left out. */
export function TechniqueGroups({ by, techniques }: Props) {
  const { t } = useT();
  if (by === 'class') {
    return CLASSES.map((name) => (
      <Group
        key={name}
        id={name}
        japanese={CLASS_NAMES[name]}
        title={t(`lexicon:class.${name}`)}
        drawing={name}
        techniques={techniques.filter((technique) => technique.class === name)}
      />
    ));
  }
  return [...SETS, null].map((name) => (
    <Group
      key={name ?? 'none'}
      id={name ?? 'none'}
      japanese={name && SET_NAMES[name]}
      title={name ? t(`lexicon:set.${name}`) : t('lexicon:list.no-set')}
      techniques={techniques.filter((technique) => technique.set === name)}
    />
  ));
}

type GroupProps = {
  id: string;
  japanese: { kanji: string; kana: string } | null;
  title: string;
  drawing?: TechniqueClass;
  techniques: readonly Grouped[];
};

function Group({ id, japanese, title, drawing, techniques }: GroupProps) {
  const { fmt, lang } = useT();
  if (techniques.length === 0) return null;
  return (
    <section className="waza-group" id={id} aria-labelledby={`${id}-title`}>
      <header>
        {drawing ? <ClassDrawing of={drawing} /> : null}
        <h2 id={`${id}-title`}>
          {japanese ? (
            <ruby lang="ja">
              {japanese.kanji}
              <rt>{japanese.kana}</rt>
            </ruby>
          ) : null}{' '}
          {lang === 'ja' && japanese ? null : <span>{title}</span>}
        </h2>
        <p className="waza-count num">{fmt.number(techniques.length)}</p>
      </header>
      <ul className="wazas">
        {techniques.map((technique) => (
          <TechniqueRow key={technique.id} technique={technique} />
        ))}
      </ul>
    </section>
  );
}
