/**
 * Something that happened. Each domain declares its own events by module augmentation of `DomainEvents`
 * in its events.ts: `declare module '~/platform/events' { interface DomainEvents { 'course.completed': {…} } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the domains
export interface DomainEvents {}

export type EventType = keyof DomainEvents;
export type DomainEvent = { [T in EventType]: { type: T } & DomainEvents[T] }[EventType];
