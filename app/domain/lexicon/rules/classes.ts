import { type TechniqueClass, type TechniqueGroup, THROW_CLASSES } from '../inputs';

const THROWS: readonly TechniqueClass[] = THROW_CLASSES;

/** Standing and sacrifice throws; everything else is groundwork. */
export const isThrow = (ofClass: TechniqueClass): boolean => THROWS.includes(ofClass);

export const groupOf = (ofClass: TechniqueClass): TechniqueGroup =>
  isThrow(ofClass) ? 'nage-waza' : 'katame-waza';
