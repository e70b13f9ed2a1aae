# SPDX-License-Identifier: MIT
#
# Completion of azsreg's command line in bash: commands, codes and options. The
# codes are those that the program lists. What a value may be is not known.
_azsreg()
{
  local word=${COMP_WORDS[COMP_CWORD]}
  local options='--help --version'
  local values='--subscription-id= --resource-group= --registration-name= --customer-subscription-id='
  values+=' --resource-id='
  local i command= code=
  COMPREPLY=()

  # What stands before the cursor. An equals sign is a word of its own.
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
      -h | --help | --version | --) ;;
      --*)
        [[ ${COMP_WORDS[i + 1]} == = ]] && ((i++))
        ((i++))
        ;;
      *) if [[ -z $command ]]; then command=${COMP_WORDS[i]}; else code=${COMP_WORDS[i]}; fi ;;
    esac
  done
  ((i > COMP_CWORD)) && return # in the middle of a value

  if [[ $word == -* ]]; then
    [[ $command == list ]] || options+=" $values"
    COMPREPLY=($(compgen -W "$options" -- "$word"))
    [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace 2> /dev/null
  elif [[ -z $command ]]; then
    COMPREPLY=($(compgen -W 'list detail explain' -- "$word"))
  elif [[ $command == explain || ($command == detail && -z $code) ]]; then
    COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" list 2> /dev/null)" -- "$word"))
  fi
}
complete -F _azsreg azsreg
