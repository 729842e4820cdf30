import { visible } from '../base/visible.ts';
import type { CliWord, Say } from './words.ts';

/** A mistake in how the command was called: exit status 2, with a hint. */
export class UsageError extends Error {
  readonly key: CliWord;
  readonly data: Record<string, string | number>;
  /** Right words near the wrong one. */
  readonly near: readonly string[];
  readonly hint: CliWord | null;
  constructor(key: CliWord, data: Record<string, string | number> = {}, near: readonly string[] = [], hint: CliWord | null = null) {
    super(key);
    this.key = key;
    this.data = data;
    this.near = near;
    this.hint = hint;
  }
}

/** A file that cannot be read or written: exit status 2. */
export class FileError extends Error {
  readonly key: 'cannotRead' | 'cannotWrite';
  readonly file: string;
  /** A word of ours, or what the system said. */
  readonly why: { word: CliWord } | { text: string };
  constructor(key: 'cannotRead' | 'cannotWrite', file: string, cause: unknown) {
    super(key);
    this.key = key;
    this.file = file;
    this.why = whyOf(cause, key);
  }

  /** The file's name without harm to a terminal; `-` in words. */
  shownName(say: Say): string {
    if (this.file !== '-') return visible(this.file);
    return say(this.key === 'cannotRead' ? 'standardInput' : 'standardOutput');
  }

  /** The reason in words. */
  reason(say: Say): string {
    return 'word' in this.why ? say(this.why.word) : this.why.text;
  }
}

/** Whether an error is a FileError; told by its parts, since what is loaded when needed is bundled apart and has a class of its own. */
export function isFileError(error: unknown): error is FileError {
  return error instanceof Error && 'file' in error && 'why' in error;
}

function whyOf(cause: unknown, key: string): FileError['why'] {
  const code = (cause as { code?: string } | null)?.code ?? '';
  const known: Record<string, CliWord> = {
    ENOENT: key === 'cannotRead' ? 'notFound' : 'noDirectory',
    ENOTDIR: 'noDirectory',
    EEXIST: 'noFolder',
    EISDIR: key === 'cannotRead' ? 'emptyFolder' : 'isDirectory',
    EACCES: 'noPermission',
    EPERM: 'noPermission',
    EROFS: 'noPermission',
    ENOSPC: 'diskFull',
    EDQUOT: 'diskFull',
    EFBIG: 'fileTooLarge',
    ERR_FS_FILE_TOO_LARGE: 'fileTooLarge',
  };
  const word = known[code];
  return word ? { word } : { text: code || String((cause as Error | null)?.message ?? cause) };
}
