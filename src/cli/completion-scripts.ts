import type { Command as Commander } from 'commander';
import { commitments, kinds } from '../query/deliverables.ts';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** Words that options take; names of the plan are asked for while typing. */
const VALUES: Record<string, string> = {
  '--role': 'lead support any',
  '--quarter': 'Q1 Q2 Q3 Q4',
  '--period': 'Q1 Q2 Q3 Q4 H1 H2 M01 M02 M03 M04 M05 M06 M07 M08 M09 M10 M11 M12 year',
  '--group-by': 'category unit period',
  '--format': 'terminal csv xlsx json ndjson markdown ics',
  '--color': 'auto always never',
  '--lang': 'zh en',
  '--status': 'done done-late late unreported soon open cancelled',
  '--kind': kinds.join(' '),
  '--commitment': commitments.join(' '),
  '--names': 'units categories tasks items names',
};
/** The same where an option means something of its own to a command. */
const OWN_VALUES: Record<string, string> = {
  'notice --kind': 'remind overdue bulletin',
  'notice --format': 'markdown docx',
  'parse --format': 'json ndjson',
  'check --format': `${VALUES['--format']} sarif junit github`,
  'overdue --format': `${VALUES['--format']} sarif junit github`,
  'check --fail-on': 'error warning never',
  'overdue --fail-on': 'overdue firm late soon never',
  'check --level': 'error warning info',
  'report --level': 'milestone deliverable task',
  'overdue --level': 'milestone deliverable',
  'status --level': 'milestone deliverable',
  'status --by': 'unit category period',
};
const NAMES: Record<string, string> = { '--unit': 'units', '--category': 'categories' };

/** The completion script of a shell, made from the commands and options themselves. */
export function completionScript(shell: Shell, program: Commander): string {
  const commands = program.commands.map(command => command.name());
  const options = new Map(commands.map(name => [name, optionsOf(program, name)]));
  if (shell === 'bash') return bash(options);
  return shell === 'zsh' ? zsh(options) : fish(program, commands);
}

function optionsOf(program: Commander, name: string): string[] {
  const command = program.commands.find(one => one.name() === name);
  return [...(command?.options ?? [])].flatMap(option => [option.short, option.long].filter(flag => flag !== undefined));
}

function bash(options: ReadonlyMap<string, readonly string[]>): string {
  const own = Object.entries(OWN_VALUES).map(([flag, words]) => `    '${flag}') COMPREPLY=($(compgen -W "${words}" -- "$cur")); return ;;`);
  const cases = [...options].map(([name, flags]) => `    ${name}) words="${flags.join(' ')}" ;;`).join('\n');
  const values = Object.entries(VALUES).map(([flag, words]) => `    ${flag}) COMPREPLY=($(compgen -W "${words}" -- "$cur")); return ;;`);
  const names = Object.entries(NAMES).map(([flag, what]) => `    ${flag}) _plan_names ${what} "$cur"; return ;;`);
  return `# bash completion for plan: source <(plan completion bash)
_plan_names() {
  local IFS=$'\\n' name
  COMPREPLY=()
  for name in $(plan completion --names "$1" 2>/dev/null); do
    [[ $name == "$2"* ]] && COMPREPLY+=("$(printf '%q' "$name")")
  done
}
_plan() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} words=
  case "\${COMP_WORDS[1]} $prev" in
${own.join('\n')}
  esac
  case $prev in
${[...values, ...names].join('\n')}
    show) _plan_names tasks "$cur"; return ;;
    trace) _plan_names names "$cur"; return ;;
    completion) COMPREPLY=($(compgen -W "${shells.join(' ')}" -- "$cur")); return ;;
  esac
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W "${[...options.keys()].join(' ')} --help --version" -- "$cur"))
    return
  fi
  case \${COMP_WORDS[1]} in
${cases}
  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
  elif [[ \${COMP_WORDS[1]} == mark || \${COMP_WORDS[1]} == ledger ]]; then
    _plan_names items "$cur"
  else
    compopt -o default
  fi
}
complete -F _plan plan
`;
}

function zsh(options: ReadonlyMap<string, readonly string[]>): string {
  const values = Object.entries(VALUES).map(([flag, words]) => `    ${flag}) compadd -- ${words}; return ;;`);
  const names = Object.entries(NAMES).map(([flag, what]) => `    ${flag}) _plan_names ${what}; return ;;`);
  const own = Object.entries(OWN_VALUES).map(([flag, words]) => `    '${flag}') compadd -- ${words}; return ;;`);
  const cases = [...options].map(([name, flags]) => `    ${name}) compadd -- ${flags.join(' ')} ;;`);
  return `#compdef plan
# zsh completion for plan: plan completion zsh > ~/.zfunc/_plan
_plan_names() {
  local -a names
  names=("\${(@f)$(plan completion --names "$1" 2>/dev/null)}")
  compadd -a names
}
_plan() {
  local prev=\${words[CURRENT-1]}
  case "\${words[2]} $prev" in
${own.join('\n')}
  esac
  case $prev in
${[...values, ...names].join('\n')}
    show) _plan_names tasks; return ;;
    trace) _plan_names names; return ;;
    completion) compadd -- ${shells.join(' ')}; return ;;
  esac
  if (( CURRENT == 2 )); then
    compadd -- ${[...options.keys()].join(' ')} --help --version
    return
  fi
  if [[ \${words[CURRENT]} != -* ]]; then
    if [[ \${words[2]} == mark || \${words[2]} == ledger ]]; then _plan_names items; else _files; fi
    return
  fi
  case \${words[2]} in
${cases.join('\n')}
  esac
}
if [[ $funcstack[1] == _plan ]]; then _plan "$@"; else compdef _plan plan; fi
`;
}

function fish(program: Commander, commands: readonly string[]): string {
  const quote = (text: string): string => `'${text.replace(/[\\']/g, char => `\\${char}`)}'`;
  const lines = ['# fish completion for plan: plan completion fish > ~/.config/fish/completions/plan.fish'];
  for (const name of commands) {
    const command = program.commands.find(one => one.name() === name);
    lines.push(`complete -c plan -n __fish_use_subcommand -a ${name} -d ${quote(command?.description() ?? '')}`);
    for (const option of command?.options ?? []) {
      const flag = option.long ?? '';
      const words = OWN_VALUES[`${name} ${flag}`] ?? VALUES[flag];
      const values = words
        ? ` -x -a ${quote(words)}`
        : NAMES[flag]
          ? ` -x -a '(plan completion --names ${NAMES[flag]} 2>/dev/null)'`
          : option.required
            ? ' -r'
            : '';
      const short = option.short ? ` -s ${option.short.slice(1)}` : '';
      lines.push(
        `complete -c plan -n '__fish_seen_subcommand_from ${name}'${short} -l ${flag.slice(2)}${values} -d ${quote(option.description)}`,
      );
    }
  }
  lines.push(`complete -c plan -n '__fish_seen_subcommand_from show' -f -a '(plan completion --names tasks 2>/dev/null)'`);
  lines.push(`complete -c plan -n '__fish_seen_subcommand_from mark ledger' -f -a '(plan completion --names items 2>/dev/null)'`);
  lines.push(`complete -c plan -n '__fish_seen_subcommand_from trace' -f -a '(plan completion --names names 2>/dev/null)'`);
  lines.push(`complete -c plan -n '__fish_seen_subcommand_from completion' -f -a '${shells.join(' ')}'`);
  return `${lines.join('\n')}\n`;
}
