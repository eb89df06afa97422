import type { LocalizedText } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import type {
  NameKind,
  NameScript,
  RelationKind,
  RestrictionRule,
  TechniqueClass,
  TermCategory,
  TextKind,
  TraditionalSet,
} from './inputs';

/** The five spellings that every technique has. */
export type TechniqueNames = {
  kanji: string;
  kana: string;
  /** Hepburn without long marks, as coaches write it: O-soto-gari. */
  romaji: string;
  /** Cyrillic by hearing, usual in Russian and Kazakh clubs: О-сото-гари. */
  cyrillic: string;
  /** Cyrillic after Polivanov: О-сото-гари, Ути-мата. */
  polivanov: string;
};

/** A piece of a name with its reading inside the name: 刈, がり. */
export type NamePart = { kanji: string; kana: string };

export type Restriction = {
  rule: RestrictionRule;
  /** Where it is written; null: general knowledge, not checked. */
  source: { title: string; url: string } | null;
};

export type ListedTechnique = {
  id: string;
  position: number;
  class: TechniqueClass;
  set: TraditionalSet | null;
  names: TechniqueNames;
  parts: readonly NamePart[];
  meaning: LocalizedText;
  restrictions: readonly Restriction[];
  /** False: a rule forbids it to children of primary school altogether. */
  forPrimarySchool: boolean;
};

/** How a found name meets the words of the search, best first. */
export type MatchQuality = 'exact' | 'prefix' | 'words' | 'part' | 'layout' | 'similar';

export type FoundTechnique = {
  id: string;
  names: TechniqueNames;
  class: TechniqueClass;
  meaning: LocalizedText;
  /** The spelling that was met. */
  matched: { text: string; kind: NameKind; lang: Lang | null };
  quality: MatchQuality;
};

export type FoundTerm = {
  id: string;
  category: TermCategory;
  name: LocalizedText;
  /** The Japanese word in kana. */
  reading: string;
  quality: MatchQuality;
};

export type TechniqueAlias = {
  id: string;
  text: string;
  script: NameScript;
  kind: NameKind;
  lang: Lang | null;
  /** Where it is written; null: general knowledge. */
  source: string | null;
  addedAt: Date;
  removedAt: Date | null;
};

export type RelatedTechnique = {
  relationId: string;
  kind: RelationKind;
  id: string;
  names: TechniqueNames;
  class: TechniqueClass;
  source: string | null;
};

/** A text of a machine that waits for a native reader. */
export type WaitingText = {
  /** 'technique:uchi-mata' */
  ref: string;
  kind: TextKind;
  /** The Japanese word it belongs to. */
  japanese: string;
  text: LocalizedText;
};
