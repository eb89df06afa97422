import type { StudiedCourse } from '~/domain/licensing/types';
import type { LocalizedText } from '~/i18n/content';
import type { LocalDate } from '~/platform/local-date';
import type { Finding } from '../types';

type Proof = {
  type: string;
  ref: string;
  title: LocalizedText;
  hours: number | null;
  occurredOn: LocalDate;
  place: string | null;
};

const refsOf = (findings: readonly Finding[]): string[] =>
  findings.flatMap(({ ref, of }) => [...(ref ? [ref] : []), ...refsOf(of)]);

const newest = <T extends { occurredOn: LocalDate }>(proofs: readonly T[]): T | undefined =>
  proofs.reduce<T | undefined>(
    (best, each) => (best && best.occurredOn >= each.occurredOn ? best : each),
    undefined,
  );

/** The courses a level asks for as they were completed last; a course no proof speaks of is left out. */
export function studiedCourses(findings: readonly Finding[], proofs: readonly Proof[]): StudiedCourse[] {
  const courses = [...new Set(refsOf(findings))].filter((ref) => ref.startsWith('course:'));
  return courses.flatMap((ref) => {
    const proof = newest(proofs.filter((each) => each.type === 'course' && each.ref.startsWith(`${ref}@`)));
    if (!proof) return [];
    const version = Number(proof.ref.slice(ref.length + 1));
    const hours = proof.hours ? { hours: proof.hours } : {};
    return [{ title: proof.title, version, completedOn: proof.occurredOn, ...hours }];
  });
}

/** Where and when the last practical examination for the level was held. */
export function practicalExam(
  level: string,
  proofs: readonly Proof[],
): { heldOn: LocalDate; place: string } | null {
  const proof = newest(
    proofs.filter(({ type, ref }) => type === 'practical' && ref === `practical:${level}`),
  );
  return proof ? { heldOn: proof.occurredOn, place: proof.place ?? '' } : null;
}
