import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { isUnusableInput, probeProgram, runProgram } from '~/platform/programs/run-ffmpeg.server';
import { masterFormats, type ProbedMaster, readProbe } from '../../rules/probe';
import { RefusedMaster } from '../video-provider';

const probeSeconds = 120;

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/**
 * Checks that the stored master is still the one that was sent, and reads what it holds by its content, not by its
 * name. Throws RefusedMaster for a changed file and for what is no recording.
 */
export async function probeMaster(ffmpeg: string, file: string, sha256: string): Promise<ProbedMaster> {
  if ((await sha256Of(file)) !== sha256) throw new RefusedMaster('master-damaged');
  const args = [
    ...['-v', 'error', '-protocol_whitelist', 'file,pipe', '-format_whitelist', masterFormats.join(',')],
    ...['-show_format', '-show_streams', '-of', 'json', '-i', `file:${file}`],
  ];
  const program = probeProgram(ffmpeg);
  const json = await runProgram({ program, args, seconds: probeSeconds }).catch((error: unknown) => {
    if (isUnusableInput(error)) throw new RefusedMaster('master-unreadable');
    throw error;
  });
  const probed = readProbe(json);
  if ('refused' in probed) throw new RefusedMaster(probed.refused);
  return probed;
}
