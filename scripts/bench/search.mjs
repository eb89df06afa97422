// @ts-check
import { say } from '../lib/refusal.mjs';
import { printTable } from './print-table.mjs';

/** What the index holds at 1 ×, beside the demo and the lexicon's hundred techniques. */
const AT_ONE = { lessons: 5_000, cues: 50_000 };

/** Words that titles and cues are put together of, a few of each language. @type {Record<string, string>} */
const WORDS = {
  ru: 'безопасное падение захват бросок через спину удержание переход партер стойка равновесие тренировка дети школа разминка страховка урок занятие техника работа ногами плечо пояс корпус движение выведение подсечка подхват сборы соревнования судья тренер правила игра',
  kk: 'кауипсиз кулау устау лактыру аркылы аркадан туру тепе тендик жаттыгу балалар мектеп кыздыру сабак адис аяк жумысы иык белбеу дене козгалыс шыгару жиын жарыс торешиси бапкер ережелер ойын',
  en: 'safe falling grip throw over the back hold transition ground standing balance training children school lesson session technique footwork shoulder belt body movement breaking sweep reap camp contest referee coach rules game',
  ja: '安全 受身 組手 投技 背負 抑込 移行 寝技 立技 崩し 稽古 子供 学校 準備 授業 指導 技術 足捌 肩 帯 体捌 動作 合宿 試合 審判 規則 遊び',
};

const CONFIGURATION = { ru: 'russian', kk: 'simple', en: 'english', ja: 'simple' };

/** A title of `count` words for document `n`, the same in every run. @param {string} lang @param {number} count */
const sentence = (lang, count) => `(SELECT string_agg(w, ' ') FROM (
  SELECT words[1 + abs(hashint8(n * 31 + i * 7919)) % array_length(words, 1)] AS w
  FROM (SELECT string_to_array('${WORDS[lang]}', ' ') AS words) v, generate_series(1, ${count}) i) s)`;

/**
 * @param {import('pg').ClientBase} client @param {'ru' | 'kk' | 'en' | 'ja'} lang @param {'lesson' | 'caption'} kind
 * @param {number} from @param {number} to
 */
async function fill(client, lang, kind, from, to) {
  const isLesson = kind === 'lesson';
  await client.query(
    `INSERT INTO search_document (id, kind, shelf, thing_id, is_inner, lang, is_machine, group_key, audience, path,
       seconds, title, title_lang, title_folded, text, technique_ids, term_ids, vector)
     SELECT md5($1 || $2 || n)::uuid, $1, $3, 'bench-' || n, false, $2, false, NULL, 'public', '/courses/bench#' || n,
       ${isLesson ? 'NULL' : 'n % 3600'}, ${isLesson ? 'line' : "''"}, $2, ${isLesson ? 'line' : "''"},
       ${isLesson ? "''" : 'line'}, '{}', '{}', to_tsvector('${CONFIGURATION[lang]}', line)
     FROM (SELECT n, ${sentence(lang, isLesson ? 5 : 9)}${isLesson ? " || ' ' || n" : ''} AS line
       FROM generate_series(${from}::bigint, ${to}::bigint) n) made`,
    [kind, lang, isLesson ? 2 : 3],
  );
  if (!isLesson) return;
  await client.query(
    `INSERT INTO search_key (document_id, lang, shelf, key)
     SELECT DISTINCT d.id, d.lang, d.shelf, array_to_string(w.words[i:], ' ')
     FROM search_document d, LATERAL (SELECT string_to_array(d.title_folded, ' ') AS words) w,
       LATERAL generate_series(1, array_length(w.words, 1)) i
     WHERE d.kind = 'lesson' AND d.lang = $1 AND d.thing_id = ANY (SELECT 'bench-' || n FROM generate_series(${from}, ${to}) n)`,
    [lang],
  );
}

/**
 * Fills the index to `times` what it holds at 1 ×.
 * @param {import('pg').ClientBase} client @param {number} before times it was filled to @param {number} times
 */
export async function fillIndex(client, before, times) {
  const { lessons, cues } = AT_ONE;
  for (const lang of /** @type {const} */ (['ru', 'kk', 'en', 'ja'])) {
    await fill(client, lang, 'lesson', before * lessons + 1, times * lessons);
    await fill(client, lang, 'caption', (before * cues) / 4 + 1, (times * cues) / 4);
  }
  await client.query('VACUUM ANALYZE search_document, search_key');
}

/** What somebody types, letter by letter. */
const TYPED = [
  ...['учимата', 'безопасное пад', 'отхват', 'балалар', 'safe fall', 'сборы'],
  ...['uchi mata', '受身', '内股', 'jcjnjufhb', 'трениров', 'кесагатамэ'],
].flatMap((text) => [...text].map((_letter, index) => text.slice(0, index + 1)));

/** @param {number[]} values @param {number} share */
const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

/** @param {() => Promise<unknown>} work */
async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** @param {string} url */
async function read(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  await answer.arrayBuffer();
}

/**
 * One after the other, in turns, so that noise of the machine falls on all of them.
 * @param {import('./site.mjs').BenchSite} site @param {number} rounds
 */
async function measure({ url, baseline, client }, rounds) {
  const { rows } = await client.query('SELECT id FROM search_document ORDER BY id LIMIT 200');
  const byId = {
    name: 'raw-document',
    text: 'SELECT id, kind, path, title FROM search_document WHERE id = $1',
  };
  /** @type {{ own: number[], bare: number[], raw: number[] }} */
  const times = { own: [], bare: [], raw: [] };
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, q] of TYPED.entries()) {
      const { id } = rows[index % rows.length];
      const address = `${url}/api/v1/suggestions?lang=ru&q=${encodeURIComponent(q)}`;
      const own = await timed(() => read(address));
      const bare = await timed(() => read(`${baseline.url}/document/${id}`));
      const raw = await timed(() => client.query({ ...byId, values: [id] }));
      if (round < 0) continue;
      times.own.push(own);
      times.bare.push(bare);
      times.raw.push(raw);
    }
  }
  return times;
}

/** @param {import('./site.mjs').BenchSite} site @param {{ quick: boolean }} options */
export async function benchSuggestions(site, { quick }) {
  const rounds = quick ? 1 : 4;
  /** @type {string[][]} */
  const table = [];
  /** @type {number[]} */
  const medians = [];
  let before = 0;
  for (const times of [1, 10]) {
    say(`Filling the search index to ${times} × …`);
    await fillIndex(site.client, before, times);
    before = times;
    const { own, bare, raw } = await measure(site, rounds);
    const median = quantile(own, 0.5);
    medians.push(median);
    table.push([
      `${times} × (${times * AT_ONE.lessons} lessons in 4 languages, ${times * AT_ONE.cues} cues)`,
      ...[own, bare, raw].map((values) => quantile(values, 0.5).toFixed(2)),
      quantile(own, 0.99).toFixed(2),
      (median / quantile(bare, 0.5)).toFixed(1),
      (median / quantile(raw, 0.5)).toFixed(1),
      (median / (medians[0] ?? median)).toFixed(2),
    ]);
  }
  printTable(
    'Suggestions while typing, one request after the other (median ms; raw: one select by primary key, over node:http and without)',
    ['', 'own', 'raw http', 'raw pg', 'own p99', 'to raw http', 'to raw pg', 'to 1 ×'],
    table,
  );
}
