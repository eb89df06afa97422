declare module 'autocannon' {
  export type Request = {
    method: 'GET' | 'POST';
    path?: string;
    body?: string;
    headers?: Record<string, string>;
  };
  export type Options = { url: string; connections: number; duration: number; requests?: readonly Request[] };
  export type Result = {
    requests: { average: number; total: number };
    latency: { p99: number };
    non2xx: number;
    errors: number;
  };
  export default function autocannon(options: Options): Promise<Result>;
}
