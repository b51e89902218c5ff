import type { Shell } from './print-offers.ts'

const bash = `# Completes dossier in bash: source <(dossier completion bash)
_dossier() {
  local program=\${COMP_WORDS[0]} line=\${COMP_LINE:0:COMP_POINT} rest= name
  type -P -- "$program" >/dev/null 2>&1 || program=dossier
  COMPREPLY=()
  while IFS= read -r name; do
    if [[ -z $rest ]]; then rest=$name; else COMPREPLY+=("$name"); fi
  done < <("$program" complete --shell bash --breaks "$COMP_WORDBREAKS" -- "$line" 2>/dev/null)
  case $rest in
    open) compopt -o nospace 2>/dev/null ;;
    files) compopt -o default -o filenames 2>/dev/null ;;
    folders) compopt -o dirnames -o filenames 2>/dev/null ;;
  esac
  return 0
}
complete -F _dossier dossier
`

const zsh = `#compdef dossier
# Completes dossier in zsh: source <(dossier completion zsh), or save it as _dossier in a folder of $fpath
_dossier() {
  local program=\${(Q)words[1]} line="\${(j: :)words[1,CURRENT-1]} $QIPREFIX$PREFIX" rest
  local -a told
  whence -p -- $program >/dev/null 2>&1 || program=dossier
  told=("\${(@f)$($program complete --shell zsh -- "$line" 2>/dev/null)}")
  rest=$told[1]
  shift told
  case $rest in
    files) _files; return ;;
    folders) _files -/; return ;;
  esac
  (( $#told )) || return 1
  if [[ $rest == open ]]; then
    _describe dossier told -S ''
  else
    _describe dossier told
  fi
}
if [[ \${funcstack[1]} == _dossier ]]; then
  _dossier "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
  compdef _dossier dossier
fi
`

const fish = `# Completes dossier in fish: dossier completion fish > ~/.config/fish/completions/dossier.fish
function __dossier_complete
    set -l words (commandline -opc)
    set -l program dossier
    command -q -- $words[1]; and set program $words[1]
    set -l line (commandline -cp | string collect)
    set -l told (command $program complete --shell fish -- "$line" 2>/dev/null)
    switch "$told[1]"
        case files
            __fish_complete_path (commandline -ct)
        case folders
            __fish_complete_directories (commandline -ct)
        case '*'
            test (count $told) -gt 1; and printf '%s\\n' $told[2..-1]
    end
end
complete -c dossier -f -a '(__dossier_complete)'
`

/** What a shell reads to complete dossier; each asks the program for names and never shows its errors. */
export const scripts: Record<Shell, string> = { bash, zsh, fish }
