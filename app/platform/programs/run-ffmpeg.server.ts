import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';

export interface Run {
  program: string;
  args: readonly string[];
  /** Seconds after which the program is killed. */
  seconds: number;
  onOutput?: (text: string) => void;
}

/** Ten steps more patient than the web server on the same machine. */
const niceness = 10;
/** Nothing else of our environment, which holds secrets, reaches the program. */
const programFolders = '/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin';
const outputLimit = 4_000_000;
/** Address space of one program, in KiB: a file that asks for more is refused, and the machine goes on. */
const memoryLimit = 4 * 1024 * 1024;
/** Where the shell knows no such limit (macOS), the program runs without. */
const limited = `ulimit -v ${memoryLimit} 2>/dev/null; exec "$0" "$@"`;

/** How the shell ends when there is no such program, or none that may be run. */
const notStarted = new Set([126, 127]);
/** What has nothing to do with the file that was read; the next try may go well. */
const ofTheMachine =
  /allocate memory|space left|Input\/output error|open files|No such file|Permission denied|shared librar|Resource temporarily/i;

class ProgramEnded extends Error {
  override readonly name = 'ProgramEnded';
  constructor(
    readonly code: number | null,
    signal: NodeJS.Signals | null,
    readonly complaint: string,
  ) {
    super(`ffmpeg ended with ${signal ?? code}: ${complaint}`);
  }
}

/** The program read its input and cannot use it. Anything else (a kill, no memory, no disk, no program) is no answer. */
export const isUnusableInput = (error: unknown): boolean =>
  error instanceof ProgramEnded &&
  error.code !== null &&
  !notStarted.has(error.code) &&
  !ofTheMachine.test(error.complaint);

function bePatient(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, niceness);
  } catch {
    // The program may have ended already.
  }
}

/**
 * Runs ffmpeg or ffprobe with low priority, without input and within limits of time and memory; gives its output.
 * Rejects with the last lines of its complaint.
 */
export async function runProgram({ program, args, seconds, onOutput }: Run): Promise<string> {
  const child = spawn('/bin/sh', ['-c', limited, program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: programFolders, NODE_ENV: 'production' },
  });
  bePatient(child.pid);
  const limit = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
  let output = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (onOutput) onOutput(text);
    else if (output.length < outputLimit) output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2000);
  });
  try {
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => {
        if (code === 0) resolve();
        else reject(new ProgramEnded(code, signal, complaint.trim()));
      });
    });
    return output;
  } finally {
    clearTimeout(limit);
    child.kill('SIGKILL');
  }
}

/** ffprobe lies beside ffmpeg. */
export const probeProgram = (ffmpeg: string): string => ffmpeg.replace(/ffmpeg(\.exe)?$/, 'ffprobe$1');
