import ts from 'typescript';
import { baseOf } from './messages.mjs';
import {
  BASE_LANGUAGE,
  DYNAMIC_PREFIXES,
  ERROR_MAKERS,
  NO_KEYS,
  WIDE_PREFIXES,
} from './messages-settings.mjs';

const CODE = /^app\/.*\.tsx?$/;
const TEST = /\.test\.tsx?$/;
const GENERATED = /\/generated\//;
const KEY = /^([a-z]+):([A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.?)$/;
const ERROR_CODE = /^([a-z]+)\.([a-z0-9]+(?:-[a-z0-9]+)*)$/;

const isText = (node) => ts.isStringLiteralLike(node);
const calleeOf = (node) =>
  ts.isCallExpression(node) || ts.isNewExpression(node) ? node.expression.getText().replace(/^.*\./, '') : '';

/** `message: { key: 'confirm-email' }` names a mail by its place in the mails namespace. */
function mailKeyOf(node) {
  if (!ts.isPropertyAssignment(node) || node.name.getText() !== 'message') return undefined;
  if (!ts.isObjectLiteralExpression(node.initializer)) return undefined;
  const key = node.initializer.properties.find((property) => property.name?.getText() === 'key');
  const text = key && ts.isPropertyAssignment(key) && isText(key.initializer) ? key.initializer.text : '';
  return /^[a-z0-9.-]+$/.test(text) ? text : undefined;
}

/** One string of the code that names a key, the beginning of keys, or an error code. */
function usesOfNode(node, add) {
  if (isText(node)) {
    if (node.text.endsWith('.') && KEY.test(node.text)) add('prefix', node.text, node);
    else if (KEY.test(node.text)) add('key', node.text, node);
    else if (ERROR_CODE.test(node.text)) add('code', node.text, node);
  }
  if (ts.isTemplateExpression(node)) {
    const [, namespace] = /^([a-z]+):[A-Za-z0-9_.-]*$/.exec(node.head.text) ?? [];
    if (namespace) add('prefix', node.head.text, node);
  }
  const mail = mailKeyOf(node);
  if (mail) add('mail', `mails:${mail}`, node);
  if (ERROR_MAKERS.includes(calleeOf(node)))
    for (const argument of node.arguments ?? [])
      if (isText(argument) && argument.text.includes('.')) add('thrown', argument.text, node);
  const [first] = calleeOf(node) === 't' ? (node.arguments ?? []) : [];
  if (first && isText(first)) add('call', first.text, node);
}

function usesOfFile(file, text) {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  const uses = [];
  const add = (how, name, node) =>
    uses.push({ how, name, file, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
  const visit = (node) => {
    usesOfNode(node, add);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}

/** Every place in app/ that names a message: keys, beginnings of keys, error codes, calls of `t`. */
export function readUses(tree) {
  const noKeys = new Set(NO_KEYS.map(({ text }) => text));
  return [...tree]
    .filter(([file]) => CODE.test(file) && !TEST.test(file) && !GENERATED.test(file))
    .flatMap(([file, text]) => usesOfFile(file, text))
    .filter(({ name }) => !noKeys.has(name));
}

/** Keys of the base language as `namespace:key`, plural forms folded into one. */
function keysOf({ texts }) {
  const keys = new Set();
  for (const [namespace, languages] of texts)
    for (const key of languages.get(BASE_LANGUAGE)?.keys() ?? []) keys.add(`${namespace}:${baseOf(key)}`);
  return keys;
}

const startsOne = (keys, prefix) => [...keys].some((key) => key.startsWith(prefix));
const namespaceOf = (name) => name.split(':')[0];
const isWide = ({ name, file }) => WIDE_PREFIXES.some((wide) => wide.prefix === name && wide.file === file);
const at = ({ file, line }, what) => ({ file, what: `line ${line} ${what}` });

/** A key the code names must exist; `t` needs the namespace; a beginning must say more than the namespace. */
export function findMissing(messages, uses) {
  const keys = keysOf(messages);
  const isKnown = ({ name }) => messages.texts.has(namespaceOf(name));
  return uses.flatMap((use) => {
    if (use.how === 'call')
      return KEY.test(use.name) && isKnown(use) ? [] : [at(use, `t('${use.name}') has no namespace`)];
    if (use.how === 'mail')
      return ['subject', 'text']
        .filter((part) => !keys.has(`${use.name}.${part}`))
        .map((part) => at(use, `lacks ${use.name}.${part}`));
    if (use.how === 'key' && isKnown(use) && !keys.has(baseOf(use.name)) && !startsOne(keys, `${use.name}.`))
      return [at(use, `names ${use.name}, which does not exist`)];
    if (use.how !== 'prefix' || !isKnown(use)) return [];
    if (isWide(use)) return [];
    if (use.name.endsWith(':')) return [at(use, `${use.name}… could be any key`)];
    return startsOne(keys, use.name) ? [] : [at(use, `begins ${use.name}…, which no key does`)];
  });
}

/** The code of a thrown error has its words at `<domain>:errors.<code>`. */
export function findMissingErrors(messages, uses) {
  const keys = keysOf(messages);
  return uses
    .filter(({ how }) => how === 'thrown')
    .flatMap((use) => {
      const [, domain, code] = ERROR_CODE.exec(use.name) ?? [];
      if (!domain) return [at(use, `error code ${use.name} is not domain.kebab-case`)];
      const key = `${domain}:errors.${code}`;
      return keys.has(key) ? [] : [at(use, `error code ${use.name} has no text ${key}`)];
    });
}

/** A key nobody names is dead text in four languages. A named group uses all its keys. */
export function findUnused(messages, uses) {
  const used = new Set(uses.filter(({ how }) => how === 'key' || how === 'mail').map(({ name }) => name));
  const codes = uses
    .filter(({ how }) => how === 'code' || how === 'thrown')
    .map(({ name }) => ERROR_CODE.exec(name));
  for (const [, domain, code] of codes.filter(Boolean)) used.add(`${domain}:errors.${code}`);
  const prefixes = [
    ...uses.filter(({ how, name }) => how === 'prefix' && !name.endsWith(':')).map(({ name }) => name),
    ...DYNAMIC_PREFIXES.map(({ prefix }) => prefix),
  ];
  const nested = new Set(nestedKeys(messages));
  const isUsed = (key) =>
    used.has(key) ||
    nested.has(key) ||
    groupsOf(key).some((group) => used.has(group)) ||
    prefixes.some((prefix) => key.startsWith(prefix));
  return [...keysOf(messages)]
    .filter((key) => !isUsed(key))
    .map((key) => ({
      file: `app/i18n/messages/${BASE_LANGUAGE}/${namespaceOf(key)}.json`,
      what: `${key} is used nowhere`,
    }));
}

/** `people:a.b.c` lies in the groups `people:a` and `people:a.b`. */
function groupsOf(key) {
  const parts = key.split('.');
  return parts.slice(1).map((_part, index) => parts.slice(0, index + 1).join('.'));
}

/** Keys that another text pulls in with `$t(key)`. */
function nestedKeys({ texts }) {
  return [...texts.values()].flatMap((languages) =>
    [...(languages.get(BASE_LANGUAGE)?.values() ?? [])].flatMap((text) =>
      [...String(text).matchAll(/\$t\(([^),]+)/g)].map(([, key]) => key.trim()),
    ),
  );
}
