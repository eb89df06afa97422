import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const needsDemo = ({ moduleId }: TestSpecification): boolean =>
  /demo: true|useSenders\(/.test(readFileSync(moduleId, 'utf8'));

/** Files that need the demo come last: it is being loaded while the others run. */
export class DemoLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter((file) => !needsDemo(file)), ...sorted.filter(needsDemo)];
  }
}
