import { readFileSync } from 'node:fs';
import { z } from 'zod';

export type Lang = 'kk' | 'ru' | 'ja' | 'en';

type Tree = { [name: string]: string | Tree };
const tree: z.ZodType<Tree> = z.lazy(() => z.record(z.string(), z.union([z.string(), tree])));

const files = new Map<string, Tree>();

function fileOf(lang: Lang, namespace: string): Tree {
  const path = `app/i18n/messages/${lang}/${namespace}.json`;
  const known = files.get(path);
  if (known) return known;
  const read = tree.parse(JSON.parse(readFileSync(path, 'utf8')));
  files.set(path, read);
  return read;
}

/** The product's own words for a key such as 'learning:quiz.begin'; placeholders are filled from `params`. */
export function word(lang: Lang, key: string, params: Readonly<Record<string, string>> = {}): string {
  const [namespace = '', path = ''] = key.split(':');
  let found: string | Tree | undefined = fileOf(lang, namespace);
  for (const part of path.split('.')) found = typeof found === 'object' ? found[part] : undefined;
  if (typeof found !== 'string') throw new Error(`There are no words for ${key} in ${lang}`);
  return found.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => params[name] ?? '');
}

const answers = z.object({
  quiz: z.array(
    z.object({
      prompt: z.record(z.string(), z.unknown()),
      options: z.array(z.record(z.string(), z.unknown())),
      correct: z.array(z.number()),
    }),
  ),
});

const text = z.object({ text: z.string() });

export type KnownQuestion = { prompt: string; right: string[] };

/** What the quiz of a course asks and what is right, as the seed has it. */
export function knownQuestions(course: string, lang: Lang): KnownQuestion[] {
  const { quiz } = answers.parse(
    JSON.parse(readFileSync(`prisma/seed/data/lessons/${course}/quiz.json`, 'utf8')),
  );
  return quiz.map(({ prompt, options, correct }) => ({
    prompt: text.parse(prompt[lang]).text,
    right: correct.map((index) => text.parse(options[index]?.[lang]).text),
  }));
}
