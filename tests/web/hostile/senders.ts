import { afterEach, beforeAll, expect } from 'vitest';
import { useSite } from '../../support/site';
import type { WebClient } from '../../support/web-client';
import { MACHINES, type Outcome, PAGES, type Row } from '../access-matrix';
import { pageAddresses } from '../addresses';
import { ROLES_OF_MATRIX, type SampleFacts, sampleFacts } from '../sample-facts';

/** Who gets through somewhere; where nobody does, who gets as far as the record that is not there. */
const ANSWERED: readonly Outcome[] = [200, 204, 400, 422];
const AT_THE_RECORD: readonly Outcome[] = [404, 405, 'onward'];

const rowsOf = (pattern: string): Row[] =>
  Object.entries({ ...PAGES, ...MACHINES }).flatMap(([name, row]) =>
    name === pattern || name.endsWith(` ${pattern}`) ? [row] : [],
  );

/** A visitor, and for each way to send there somebody who may: the others are sent away before anything is read. */
export function sendersOf(pattern: string): readonly string[] {
  const first = (row: Row, outcomes: readonly Outcome[]) =>
    ROLES_OF_MATRIX.find((role) => outcomes.includes(row[role]));
  const members = rowsOf(pattern).map((row) => first(row, ANSWERED) ?? first(row, AT_THE_RECORD));
  return [...new Set(['visitor', ...members.map((role) => role ?? 'coach')])];
}

export const pages = pageAddresses.map((address) => [address.pattern, address] as const);

/** The demo's site with people who send it whatever they like; every test ends with what went wrong on our side. */
export function useSenders() {
  const site = useSite({ demo: true });
  const clients = new Map<string, WebClient>();
  const problems: string[] = [];
  let facts: SampleFacts;

  beforeAll(async () => {
    facts = await sampleFacts(site.current);
    for (const role of ROLES_OF_MATRIX) clients.set(role, await site.current.signIn(role));
    clients.set('visitor', site.current.visitor());
  });

  afterEach(() => {
    const told = problems.splice(0);
    const logged = site.current.logged.splice(0).filter(({ level }) => level >= 50);
    expect({ told, logged }).toEqual({ told: [], logged: [] });
  });

  const client = (role: string): WebClient => clients.get(role) ?? site.current.visitor();

  return {
    site,
    client,
    params: () => facts.params,
    async look(role: string, path: string): Promise<void> {
      const { status } = await client(role).get(path);
      if (status < 200 || status >= 500) problems.push(`GET ${path.slice(0, 120)} as ${role}: ${status}`);
    },
    async note(what: string, sending: Promise<{ status: number }>): Promise<void> {
      const status = await sending.then(
        (answer) => answer.status,
        (error: unknown) => (error instanceof Error && 'code' in error && error.code === 'EPIPE' ? 413 : 0),
      );
      if (status < 200 || status >= 500) problems.push(`${what.slice(0, 160)}: ${status}`);
    },
  };
}
