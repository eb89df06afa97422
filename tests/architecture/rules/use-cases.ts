import ts from 'typescript';
import { isExported, isTest, sources } from '../syntax';
import type { Rule } from '../tree';
import { zoneOf } from '../zones';

type Face = { name: string; parameters: string[]; isFunction: boolean };

const parametersOf = (node: ts.SignatureDeclaration) =>
  node.parameters.map((parameter) => parameter.name.getText());

function faceOf(declaration: ts.VariableDeclaration): Face {
  const value = declaration.initializer;
  const isFunction = Boolean(value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)));
  const parameters =
    value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) ? parametersOf(value) : [];
  return { name: declaration.name.getText(), parameters, isFunction };
}

/** What a module shows as values; types are free. */
function facesOf(source: ts.SourceFile): Face[] {
  return source.statements.flatMap((statement): Face[] => {
    if (ts.isExportAssignment(statement)) return [{ name: 'default', parameters: [], isFunction: false }];
    if (ts.isExportDeclaration(statement))
      return statement.isTypeOnly ? [] : [{ name: 'export … from', parameters: [], isFunction: false }];
    if (!isExported(statement)) return [];
    if (ts.isFunctionDeclaration(statement))
      return statement.body
        ? [{ name: statement.name?.text ?? 'default', parameters: parametersOf(statement), isFunction: true }]
        : [];
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(faceOf);
    if (ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement))
      return [{ name: statement.name?.text ?? 'default', parameters: [], isFunction: false }];
    return [];
  });
}

const camelCase = (stem: string) => stem.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());

const useCases = (tree: Parameters<Rule['find']>[0]) =>
  sources(tree, /^app\/domain\/[^/]+\/[^/]+\.server\.tsx?$/).filter(
    ({ fileName }) =>
      zoneOf(fileName) === 'domain' && !isTest(fileName) && !fileName.endsWith('/jobs.server.ts'),
  );

export const useCaseRules: Rule[] = [
  {
    name: 'use cases: one file exports one function, named after the file',
    find: (tree) =>
      useCases(tree).flatMap((source) => {
        const stem = source.fileName.replace(/^.*\//, '').replace(/\.server\.tsx?$/, '');
        const faces = facesOf(source);
        const names = faces.map(({ name }) => name);
        const expected = camelCase(stem);
        return names.length === 1 && names[0] === expected && faces[0]?.isFunction
          ? []
          : [
              {
                file: source.fileName,
                what: `exports ${names.join(', ') || 'nothing'} instead of one function ${expected}`,
              },
            ];
      }),
    breaks: {
      'app/domain/learning/enrol-coach.server.ts': 'export async function enrol(ctx, input) {}',
      'app/domain/learning/start-quiz.server.ts':
        'export async function startQuiz(ctx, input) {}\nexport const limit = 3;',
      'app/domain/learning/end-quiz.server.ts': 'export const endQuiz = 3;',
    },
    keeps: {
      'app/domain/learning/get-desk.server.ts':
        'export type Desk = { id: string };\nexport async function getDesk(ctx, input): Promise<Desk> {}',
    },
  },
  {
    name: 'use cases: the name is verb and noun',
    find: (tree) =>
      useCases(tree)
        .filter(({ fileName }) => !/\/[a-z]+(-[a-z0-9]+)+\.server\.tsx?$/.test(fileName))
        .map(({ fileName }) => ({ file: fileName, what: 'is not verb-noun.server.ts' })),
    breaks: { 'app/domain/learning/enrolment.server.ts': '' },
    keeps: { 'app/domain/learning/enrol-coach.server.ts': '', 'app/domain/learning/jobs.server.ts': '' },
  },
  {
    name: 'use cases: the parameters are (ctx, input)',
    find: (tree) =>
      useCases(tree).flatMap((source) =>
        facesOf(source)
          .filter(({ isFunction }) => isFunction)
          .filter(({ parameters }) => !/^_?(ctx|tx)$/.test(parameters[0] ?? '') || parameters.length > 2)
          .map(({ name, parameters }) => ({
            file: source.fileName,
            what: `${name}(${parameters.join(', ')})`,
          })),
      ),
    breaks: {
      'app/domain/learning/enrol-coach.server.ts': 'export async function enrolCoach(db, courseId) {}',
      'app/domain/learning/start-quiz.server.ts': 'export const startQuiz = async (ctx, quiz, person) => {};',
    },
    keeps: { 'app/domain/learning/get-desk.server.ts': 'export async function getDesk(ctx) {}' },
  },
];
