import type { ReactNode } from 'react';

export type Fact = { label: string; value: ReactNode };

/** Facts as label and value; entries without a value are left out. */
export function Facts({ items }: { items: readonly (Fact | null)[] }) {
  const shown = items.filter(
    (item): item is Fact => item !== null && item.value !== null && item.value !== '',
  );
  return (
    <dl className="facts">
      {shown.map(({ label, value }) => (
        <FactPair key={label} label={label} value={value} />
      ))}
    </dl>
  );
}

function FactPair({ label, value }: Fact) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** Short facts in one quiet line: «8 ч  2 балла  182 МБ». */
export function FactsLine({ items }: { items: readonly ReactNode[] }) {
  const shown = items.filter((item) => item !== null && item !== undefined && item !== '' && item !== false);
  return (
    <ul className="facts-line">
      {shown.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the line is rendered once and never reordered.
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
}
