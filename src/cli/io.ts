import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { statsOf } from './find-sources.ts';
import type { Output } from './run.ts';
import { FileError } from './words.ts';

/** Reads a file whole, or standard input for `-`, which is not opened otherwise. */
export async function readSourceBytes(name: string, world: { cwd: string; stdin: Readable }): Promise<Uint8Array> {
  try {
    if (name !== '-') return readFileSync(resolve(world.cwd, name));
    const chunks: Uint8Array[] = [];
    for await (const chunk of world.stdin) chunks.push(chunk as Uint8Array);
    return Buffer.concat(chunks);
  } catch (error) {
    throw new FileError('cannotRead', name, error);
  }
}

/** The first line of an input; '' where it ends without one. */
export async function readLine(input: Readable): Promise<string> {
  let text = '';
  for await (const chunk of input) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return text.split('\n')[0]!;
}

/** Size of a file in bytes; 0 where it cannot be known before it is read. */
export function fileSize(name: string, cwd: string): number {
  return name === '-' ? 0 : (statsOf(resolve(cwd, name))?.size ?? 0);
}

/** Writes a file whole or not at all: into a neighbour first, then renamed. What is no plain file (a pipe, /dev/null) is written directly. */
export function writeWhole(name: string, cwd: string, data: string | Uint8Array | Iterable<string>): void {
  const given = resolve(cwd, name);
  const old = statsOf(given);
  const direct = old !== null && !old.isFile();
  // A link goes on to lead where it leads.
  const path = old === null ? given : realpathSync(given);
  const neighbour = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const target = direct ? path : neighbour;
  try {
    const mode = { mode: old?.mode ?? 0o666, flag: direct ? 'w' : 'wx' };
    if (typeof data === 'string' || data instanceof Uint8Array) writeFileSync(target, data, mode);
    else writeParts(target, data, mode);
    if (!direct) renameSync(neighbour, path);
  } catch (error) {
    if (!direct && existsSync(neighbour)) rmSync(neighbour, { force: true });
    throw new FileError('cannotWrite', name, error);
  }
}

/** Adds to the end of a file in one write and waits until it is on the disk; where that fails, nothing is added. */
export function appendOnce(name: string, cwd: string, bytes: Uint8Array): void {
  let file: number | undefined;
  try {
    file = openSync(resolve(cwd, name), 'a');
    const { size } = fstatSync(file);
    try {
      const written = writeSync(file, bytes);
      if (written < bytes.length) throw Object.assign(new Error('short write'), { code: 'ENOSPC' });
      fsyncSync(file);
    } catch (error) {
      ftruncateSync(file, size);
      throw error;
    }
  } catch (error) {
    throw new FileError('cannotWrite', name, error);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Makes a limit on the size of files (ulimit -f) an error like a full disk, where it would end the program in the middle of a line. */
export function keepFileLimits(): void {
  if (process.platform !== 'win32') process.on('SIGXFSZ', () => undefined);
}

/** Makes a folder with those above it, where it is not there yet. */
export function makeFolder(name: string, cwd: string): void {
  try {
    mkdirSync(resolve(cwd, name), { recursive: true });
  } catch (error) {
    throw new FileError('cannotWrite', name, error);
  }
}

/** The whole path of a file that may not be there yet. */
export function fullPath(name: string, cwd: string): string {
  return resolve(cwd, name);
}

function writeParts(target: string, parts: Iterable<string>, { mode, flag }: { mode: number; flag: string }): void {
  const file = openSync(target, flag, mode);
  try {
    for (const bytes of gathered(parts)) writeFileSync(file, bytes);
  } finally {
    closeSync(file);
  }
}

/** Bytes that are gathered before they are written. */
const GATHERED = 1 << 20;

/**
 * The bytes of small parts in larger pieces, so that a long text is not written line by line. A piece holds until the next is asked for: they
 * share their memory.
 */
export function* gathered(parts: Iterable<string>): Generator<Uint8Array> {
  const bytes = Buffer.allocUnsafeSlow(GATHERED);
  let size = 0;
  for (const part of parts) {
    // A UTF-16 unit takes three bytes at most.
    const most = 3 * part.length;
    if (size + most > GATHERED) {
      yield bytes.subarray(0, size);
      size = 0;
    }
    if (most > GATHERED) yield Buffer.from(part);
    else size += bytes.write(part, size);
  }
  yield bytes.subarray(0, size);
}

/** Whether an output is a file, a pipe or the null device, and certainly no terminal. */
export function isPlainOutput(descriptor: number): boolean {
  try {
    const output = fstatSync(descriptor);
    return output.isFile() || output.isFIFO() || (output.isCharacterDevice() && output.rdev === statSync('/dev/null').rdev);
  } catch {
    return false;
  }
}

/**
 * Writes at once to an output that is no terminal. The machinery of streams, 25 modules of Node, is loaded (by `open`) only where a pipe is
 * full and does not wait.
 */
export function directOutput(descriptor: number, open: () => Output): Output {
  return {
    write(data, done) {
      const bytes = typeof data === 'string' ? Buffer.from(data) : data;
      let at = 0;
      try {
        while (at < bytes.length) at += writeSync(descriptor, bytes, at);
      } catch (error) {
        if ((error as { code?: string }).code === 'EAGAIN') return open().write(bytes.subarray(at), done);
        return done(error as Error);
      }
      return done();
    },
  };
}

/** Sources of a saved plan that still lie beside it and were written later than it: they may differ. Costs a `stat` each. */
export function newerSources(plan: string, names: readonly string[], cwd: string): string[] {
  const path = resolve(cwd, plan);
  const saved = writtenAt(path);
  return names.filter(name => !isAbsolute(name) && writtenAt(join(dirname(path), name)) > saved);
}

/** When a plain file was last written; 0 where there is none, or none by such a name can be. */
function writtenAt(path: string): number {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found?.isFile() ? found.mtimeMs : 0;
  } catch {
    return 0;
  }
}

/** The first characters of a file that is there; null where none is. */
export function beginOf(name: string, cwd: string): string | null {
  const path = resolve(cwd, name);
  if (!existsSync(path) || !statSync(path).isFile()) return null;
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(200);
    return bytes.subarray(0, readSync(file, bytes)).toString('utf8');
  } finally {
    closeSync(file);
  }
}

/** Writes to an output and waits until it is taken. A reader that went away (`| head`) ends the output quietly; a full disk is an error. */
export function writeStream(stream: Output, data: string | Uint8Array): Promise<boolean> {
  return new Promise((done, fail) => {
    stream.write(data, error => {
      if (!error) done(true);
      else if ((error as { code?: string }).code === 'EPIPE') done(false);
      else fail(new FileError('cannotWrite', '-', error));
    });
  });
}

/** The path of a plain file that is there, with links followed; null for anything else. */
export function realFile(name: string, cwd: string): string | null {
  const path = resolve(cwd, name);
  return name !== '-' && statsOf(path)?.isFile() ? realpathSync(path) : null;
}

/** The nearest file of a name from a folder upwards; null where there is none. */
export function nearestFile(name: string, cwd: string): string | null {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const path = join(folder, name);
    if (existsSync(path)) return path;
    if (dirname(folder) === folder) return null;
  }
}

/** How a source is called in outputs: as given, but never by an absolute path. */
export function sourceName(name: string): string {
  return isAbsolute(name) ? basename(name) : name;
}

/** A file as messages call it: as given, or by its way from the working folder where it was found. */
export function shownPath(name: string, cwd: string): string {
  return isAbsolute(name) ? relative(cwd, name) : name;
}
