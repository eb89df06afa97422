import ts from 'typescript';
import { DOMAIN_ARROWS } from '../domains';
import { lineOf, literalText, nodesOf, sources } from '../syntax';
import type { Finding, Rule, Tree } from '../tree';
import { domainOf } from '../zones';

type Model = { name: string; owner: string; table: string };

const MODEL_FILE = /^prisma\/models\/([^/]+)\.prisma$/;
const MODEL = /^model\s+(\w+)\s*\{([\s\S]*?)^\}/gm;
const OPERATIONS = /^(find|create|update|upsert|delete|count|aggregate|groupBy)/;
const RAW = /^\$(queryRaw|executeRaw)/;
const SQL_TARGET = /\b(?:from|join|into|update|only|table|truncate)\s+(?:public\.)?"?([a-z_][a-z0-9_]*)"?/gi;

/** The models of the schema; a file that bears no domain's name belongs to the platform. */
function modelsOf(tree: Tree): Model[] {
  return [...tree].flatMap(([path, text]) => {
    const file = MODEL_FILE.exec(path)?.[1];
    if (!file) return [];
    const owner = file in DOMAIN_ARROWS ? file : 'platform';
    return [...text.matchAll(MODEL)].map(([, name = '', body = '']) => ({
      name,
      owner,
      table: /@@map\("([^"]+)"\)/.exec(body)?.[1] ?? name,
    }));
  });
}

const accessor = ({ name }: Model) => name.charAt(0).toLowerCase() + name.slice(1);
const ownerOfFile = (path: string) => domainOf(path) ?? 'platform';

type Query = { source: ts.SourceFile; node: ts.Node; model: Model };

/** Calls such as `db.course.findMany`, whatever the client is called. */
function delegateUses(source: ts.SourceFile, models: Map<string, Model>): Query[] {
  return nodesOf(source, ts.isPropertyAccessExpression).flatMap((node) => {
    if (!OPERATIONS.test(node.name.text) || !ts.isPropertyAccessExpression(node.expression)) return [];
    const model = models.get(node.expression.name.text);
    return model ? [{ source, node, model }] : [];
  });
}

/** Tables named after FROM, JOIN, INTO, UPDATE in strings and templates. */
function sqlUses(source: ts.SourceFile, tables: Map<string, Model>): Query[] {
  return nodesOf(source, (node): node is ts.Node => literalText(node) !== undefined).flatMap((node) =>
    [...(literalText(node) ?? '').matchAll(SQL_TARGET)].flatMap(([, table = '']) => {
      const model = tables.get(table);
      return model ? [{ source, node, model }] : [];
    }),
  );
}

function foreignTables(tree: Tree): Finding[] {
  const models = modelsOf(tree);
  const byAccessor = new Map(models.map((model) => [accessor(model), model]));
  const byTable = new Map(models.map((model) => [model.table, model]));
  return sources(tree, /^app\/(domain\/[^/]+\/data|platform)\//)
    .flatMap((source) => [...delegateUses(source, byAccessor), ...sqlUses(source, byTable)])
    .filter(({ source, model }) => ownerOfFile(source.fileName) !== model.owner)
    .map(({ source, node, model }) => ({
      file: source.fileName,
      what: `line ${lineOf(source, node)} touches ${model.table} of ${model.owner}`,
    }));
}

function queriesOutsideData(tree: Tree): Finding[] {
  const models = new Map(modelsOf(tree).map((model) => [accessor(model), model]));
  return sources(tree, /^app\//)
    .filter(({ fileName }) => !/^app\/(platform\/|domain\/[^/]+\/data\/)/.test(fileName))
    .flatMap((source) => [
      ...delegateUses(source, models).map(({ node }) => node),
      ...nodesOf(source, ts.isPropertyAccessExpression).filter((node) => RAW.test(node.name.text)),
    ])
    .map((node) => ({
      file: node.getSourceFile().fileName,
      what: `line ${lineOf(node.getSourceFile(), node)} asks the database`,
    }));
}

function relationsAcross(tree: Tree): Finding[] {
  const models = new Map(modelsOf(tree).map((model) => [model.name, model]));
  return matchesOfFields(tree).flatMap(({ file, owner, type, field }) => {
    const target = models.get(type);
    return target && target.owner !== owner
      ? [{ file, what: `${field} relates to ${type} of ${target.owner}` }]
      : [];
  });
}

function matchesOfFields(tree: Tree) {
  const owners = new Map(modelsOf(tree).map((model) => [model.name, model.owner]));
  return [...tree]
    .filter(([path]) => MODEL_FILE.test(path))
    .flatMap(([file, text]) =>
      [...text.matchAll(MODEL)].flatMap(([, name = '', body = '']) =>
        [...body.matchAll(/^\s+(\w+)\s+(\w+)(?:\[\]|\?)?(?:\s|$)/gm)].map(([, field = '', type = '']) => ({
          file,
          owner: owners.get(name) ?? '',
          type,
          field: `${name}.${field}`,
        })),
      ),
    );
}

const schema = {
  'prisma/models/learning.prisma': 'model Attempt {\n  answers Json @default("{}")\n  @@map("attempts")\n}',
  'prisma/models/people.prisma': 'model Account {\n  id String @id\n  @@map("accounts")\n}',
};

export const tableRules: Rule[] = [
  {
    name: "tables: a domain's data touches only its own tables",
    find: foreignTables,
    breaks: {
      'app/domain/learning/data/people.server.ts': 'export const one = (tx) => tx.db.account.findFirst({});',
      'app/domain/learning/data/names.server.ts':
        'export const all = (db) => db.$queryRaw`SELECT * FROM "accounts" a`;',
      'app/platform/audit/list.server.ts': 'export const all = (db) => db.attempt.findMany();',
    },
    keeps: {
      ...schema,
      'app/domain/learning/data/attempts.server.ts':
        'export const all = (db) => [db.attempt.findMany(), db.$queryRaw`UPDATE attempts SET id = 1`];',
    },
  },
  {
    name: 'tables: only data/ and platform ask the database',
    find: queriesOutsideData,
    breaks: {
      'app/domain/learning/start-quiz.server.ts':
        'export const startQuiz = (ctx) => ctx.db.attempt.create({});',
      'app/web/page-cache.server.ts': 'export const version = (db) => db.$queryRaw`SELECT 1`;',
    },
    keeps: {
      ...schema,
      'app/domain/learning/data/attempts.server.ts': 'export const all = (db) => db.attempt.findMany();',
    },
  },
  {
    name: 'tables: no Prisma relation leads from one domain to another',
    find: relationsAcross,
    breaks: {
      'prisma/models/media.prisma': 'model Asset {\n  owner Account? @relation(fields: [ownerId])\n}',
    },
    keeps: schema,
  },
];
