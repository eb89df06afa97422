import type { Exception } from './exceptions';
import type { Finding, Rule, Tree } from './tree';

export const show = ({ file, what }: Finding) => `${file} → ${what}`;

const covers = (exception: Exception, rule: string, { file, what }: Finding) =>
  exception.rule === rule && exception.file === file && what.includes(exception.what ?? '');

/** Findings of a rule that no exception covers. */
export function judge(rule: Rule, tree: Tree, exceptions: Exception[]): Finding[] {
  return rule
    .find(tree)
    .filter((finding) => !exceptions.some((exception) => covers(exception, rule.name, finding)));
}

/** Exceptions that no longer cover any finding, or give no reason. */
export function idleExceptions(rules: Rule[], tree: Tree, exceptions: Exception[]): Exception[] {
  return exceptions.filter((exception) => {
    const rule = rules.find(({ name }) => name === exception.rule);
    if (!rule || exception.reason.trim().length < 10) return true;
    return !rule.find(tree).some((finding) => covers(exception, rule.name, finding));
  });
}
