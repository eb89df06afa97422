import { v7, validate } from 'uuid';

/** A new time-ordered identifier (UUID version 7). */
export const newId = (): string => v7();

/** Whether a text from outside can be an identifier at all; PostgreSQL would refuse anything else. */
export const isId = (text: unknown): text is string => typeof text === 'string' && validate(text);
