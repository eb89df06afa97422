import type { ReportView } from '../types';

/** 'report_kjf_2026-11-28_kjf-karaganda_1a2b3c4d.pdf': ladder, day, place, the beginning of the checksum. */
export function fileName(
  { framework, on, place, counted }: Pick<ReportView, 'framework' | 'on' | 'place' | 'counted'>,
  format: string,
): string {
  const where = place.replace(/^\/|\/$/g, '').replaceAll('/', '-') || 'all';
  const parts = ['report', framework.slug, on, where.slice(0, 60), counted?.sha256.slice(0, 8) ?? 'open'];
  return `${parts.join('_').replace(/[^\w.-]/g, '-')}.${format}`;
}
