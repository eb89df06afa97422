import { v5, v7, validate } from 'uuid';

/** A new time-ordered identifier (UUID version 7). */
export const newId = (): string => v7();

/** The identifier (UUID version 5) that an identifier and a text always have together. */
export const derivedId = (id: string, text: string): string => v5(text, id);

/** Whether a text from outside can be an identifier at all; PostgreSQL would refuse anything else. */
export const isId = (text: unknown): text is string => typeof text === 'string' && validate(text);
