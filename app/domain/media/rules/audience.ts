import { type Audience, audienceSchema } from '../inputs';

/** The audience as one short text for a playback token. */
export function encodeAudience(audience: Audience): string {
  if (audience.kind === 'enrolled') return `enrolled:${audience.courseId}`;
  if (audience.kind === 'qualified') return `qualified:${audience.levelId}`;
  return audience.kind;
}

/** The audience of a token; null for a text that means none. */
export function decodeAudience(text: string): Audience | null {
  const [kind, id] = text.split(':');
  const parsed = audienceSchema.safeParse({ kind, courseId: id, levelId: id });
  return parsed.success ? parsed.data : null;
}
