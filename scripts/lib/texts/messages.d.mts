export type Tree = ReadonlyMap<string, string>;
export type Finding = { file: string; what: string };
export type Messages = { texts: Map<string, Map<string, Map<string, string>>>; broken: Finding[] };

export function readMessages(tree: Tree): Messages;
export function baseOf(key: string): string;
export function findBroken(messages: Messages): Finding[];
export function findGaps(messages: Messages): Finding[];
export function findWrongPlurals(messages: Messages): Finding[];
export function findWrongPlaceholders(messages: Messages): Finding[];
export function findEmpty(messages: Messages): Finding[];
export function findCopies(messages: Messages): Finding[];
