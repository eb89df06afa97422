import { z } from 'zod';
import { credentialAnswer, verifyQuery } from '~/domain/credentials/inputs';
import { saveProgressInput } from '~/domain/learning/inputs';
import { badgeQuery, openBadge, statusListCredential, verificationKit } from '~/domain/proofs/inputs';
import { saveViewingInput } from '~/domain/viewing/inputs';
import { coursesAnswer, coursesQuery } from './courses-answer';
import { healthAnswer, readyAnswer } from './health-answers';
import { progressAnswer } from './progress-answer';
import { CREDENTIAL_TYPE } from './proofs/send-signed.server';
import { suggestionsAnswer, suggestionsQuery } from './suggestions/suggestions-answer';
import { techniquesAnswer, techniquesQuery } from './techniques-answer';

/** The shape of every refusal. */
export const errorAnswer = z
  .object({ error: z.object({ code: z.string(), message: z.string() }).strict() })
  .strict();

type Json = Record<string, unknown>;

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

const content = (schema: z.ZodType, io: 'input' | 'output' = 'output') => ({
  content: { 'application/json': { schema: jsonSchema(schema, io) } },
});

/** Every property of a query schema as a parameter. */
const parameters = (query: z.ZodObject): Json[] =>
  Object.entries(query.shape).map(([name, schema]) => {
    const { description, ...rest } = jsonSchema(schema, 'input');
    return { name, in: 'query', required: false, ...(description ? { description } : {}), schema: rest };
  });

const refusals = (why: Record<number, string>): Json =>
  Object.fromEntries(
    Object.entries(why).map(([status, description]) => [status, { description, ...content(errorAnswer) }]),
  );

const answers = (ok: z.ZodType, what: string, why: Record<number, string>) => ({
  200: { description: what, ...content(ok) },
  ...refusals(why),
});

const serial = {
  name: 'serial',
  in: 'path',
  required: true,
  description: 'As printed; hyphens, lower case and look-alike letters are folded.',
  schema: { type: 'string' },
};

const credentialPath = {
  get: {
    operationId: 'verifyCredential',
    summary: 'The public answer about a document',
    parameters: [serial, ...parameters(verifyQuery)],
    responses: answers(credentialAnswer, 'Status, name, level and dates', {
      404: 'There is no such document, or it was not issued yet at known_at',
      422: 'on or known_at cannot be read',
      429: 'Too many serials that do not exist; known ones are still answered',
    }),
  },
};

const signed = (schema: z.ZodType, description: string) => ({
  200: { description, content: { [CREDENTIAL_TYPE]: { schema: jsonSchema(schema, 'output') } } },
});

const badgePath = {
  get: {
    operationId: 'getBadge',
    summary: 'The document as an Open Badge 3.0 in one language, the bytes that were signed',
    parameters: [serial, ...parameters(badgeQuery)],
    responses: {
      ...signed(openBadge, 'A verifiable credential; its issuer is resolved at /.well-known/did.json'),
      ...refusals({
        404: 'There is no such document, or its badge is still being signed (proofs.badge-in-making)',
        422: 'lang cannot be read',
        429: 'Too many serials that do not exist; known ones are still answered',
      }),
    },
  },
};

const statusListPath = {
  get: {
    operationId: 'getStatusList',
    summary: 'Which documents are revoked or suspended now, as a signed bitstring',
    parameters: [
      {
        name: 'id',
        in: 'path',
        required: true,
        description: 'Number and purpose, as badges name them: 1-revocation, 1-suspension.',
        schema: { type: 'string' },
      },
    ],
    responses: {
      ...signed(statusListCredential, 'A credential of Bitstring Status List 1.0'),
      ...refusals({ 404: 'There is no such list' }),
    },
  },
};

const verificationPath = {
  get: {
    operationId: 'getVerificationKit',
    summary: 'Public keys and status lists, to check the signed codes of certificates without network',
    responses: answers(verificationKit, 'Keys, levels and lists', {}),
  },
};

const coursesPath = {
  get: {
    operationId: 'listCourses',
    summary: 'The catalogue, one page',
    parameters: parameters(coursesQuery),
    responses: answers(coursesAnswer, 'Courses by address', { 422: 'A parameter cannot be read' }),
  },
};

const suggestionsPath = {
  get: {
    operationId: 'suggest',
    summary: 'Techniques, terms and titles that begin as somebody types',
    parameters: parameters(suggestionsQuery),
    responses: answers(suggestionsAnswer, 'The likeliest first', { 422: 'A parameter cannot be read' }),
  },
};

const techniquesPath = {
  get: {
    operationId: 'searchTechniques',
    summary: 'Techniques by their names, best first',
    parameters: parameters(techniquesQuery),
    responses: answers(techniquesAnswer, 'Techniques', { 422: 'A parameter cannot be read' }),
  },
};

const progressPath = {
  post: {
    operationId: 'saveProgress',
    summary: 'Adds watched seconds to a lesson of the signed-in learner; telling them twice changes nothing',
    security: [{ session: [] }],
    requestBody: { required: true, ...content(saveProgressInput, 'input') },
    responses: answers(progressAnswer, 'How much is watched now', {
      401: 'Nobody is signed in',
      404: 'Not enrolled, or no such lesson',
      409: 'The recording is still being prepared',
      413: 'The body is too large',
      422: 'The body cannot be read',
      429: 'More seconds than can have passed',
    }),
  },
};

const viewingPath = {
  post: {
    operationId: 'saveViewing',
    summary:
      'Remembers where the signed-in viewer stopped and which languages they chose; the last word counts',
    security: [{ session: [] }],
    requestBody: { required: true, ...content(saveViewingInput, 'input') },
    responses: {
      204: { description: 'It is kept' },
      ...refusals({
        401: 'Nobody is signed in',
        404: 'No such recording',
        422: 'The body cannot be read',
      }),
    },
  },
};

const healthPath = {
  get: {
    operationId: 'health',
    summary: 'The process answers',
    responses: answers(healthAnswer, 'It does', {}),
  },
};

const readyPath = {
  get: {
    operationId: 'ready',
    summary: 'The database answers and a worker is alive',
    responses: {
      200: { description: 'Both', ...content(readyAnswer) },
      503: { description: 'One is missing', ...content(readyAnswer) },
    },
  },
};

/** The OpenAPI 3.1 description of every JSON address, made from the schemas that check requests and answers. */
export const openapiDocument = (publicUrl: string, cookie: string): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Shihan',
    version: '1',
    description: 'Coach education and public verification of qualifications in judo.',
  },
  servers: [{ url: publicUrl }],
  paths: {
    '/api/v1/credentials/{serial}': credentialPath,
    '/api/v1/credentials/{serial}/badge': badgePath,
    '/api/v1/status-lists/{id}': statusListPath,
    '/api/v1/verification': verificationPath,
    '/api/v1/courses': coursesPath,
    '/api/v1/suggestions': suggestionsPath,
    '/api/v1/techniques': techniquesPath,
    '/api/v1/progress': progressPath,
    '/api/v1/viewing': viewingPath,
    '/healthz': healthPath,
    '/readyz': readyPath,
  },
  components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookie } } },
});
