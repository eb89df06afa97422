import type { messages } from './messages';

/** The shape of all messages, taken from the Russian files; the other languages are held to it by a test. */
export type Resources = (typeof messages)['ru'];

type Plural = '_zero' | '_one' | '_two' | '_few' | '_many' | '_other';
type Base<K extends string> = K extends `${infer Stem}${Plural}` ? Stem : K;
type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? Base<K> : `${K}.${Leaves<T[K]>}`;
}[keyof T & string];

/** Every message key, such as 'learning:quiz.submit'; plural suffixes are left out. */
export type MessageKey = { [N in keyof Resources & string]: `${N}:${Leaves<Resources[N]>}` }[keyof Resources &
  string];
