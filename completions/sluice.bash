#!/usr/bin/env bash
#
# sluice Bash Completion
# =======================
#
# Bash completion support for the `sluice` command,
#
# Installation
# ------------
#
# 1. Source all completion scripts in your .bash_profile
#
#   cd $YOUR_APP_HOME/bin
#   for f in $(find . -name "*_completion"); do line=". $(pwd)/$f"; grep "$line" ~/.bash_profile || echo "$line" >> ~/.bash_profile; done
#
# 2. Open a new bash console, and type `sluice [TAB][TAB]`
#
# 1a. Alternatively, if you have [bash-completion](https://github.com/scop/bash-completion) installed:
#     Place this file in a `bash-completion.d` folder:
#
#   * /etc/bash-completion.d
#   * /usr/local/etc/bash-completion.d
#   * ~/bash-completion.d
#
# Documentation
# -------------
# The script is called by bash whenever [TAB] or [TAB][TAB] is pressed after
# 'sluice (..)'. By reading entered command line parameters,
# it determines possible bash completions and writes them to the COMPREPLY variable.
# Bash then completes the user input if only one entry is listed in the variable or
# shows the options if more than one is listed in COMPREPLY.
#
# References
# ----------
# [1] http://stackoverflow.com/a/12495480/1440785
# [2] http://tiswww.case.edu/php/chet/bash/FAQ
# [3] https://www.gnu.org/software/bash/manual/html_node/The-Shopt-Builtin.html
# [4] http://zsh.sourceforge.net/Doc/Release/Options.html#index-COMPLETE_005fALIASES
# [5] https://stackoverflow.com/questions/17042057/bash-check-element-in-array-for-elements-in-another-array/17042655#17042655
# [6] https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html#Programmable-Completion
# [7] https://stackoverflow.com/questions/3249432/can-a-bash-tab-completion-script-be-used-in-zsh/27853970#27853970
#

if [ -n "$BASH_VERSION" ]; then
  # Enable programmable completion facilities when using bash (see [3])
  shopt -s progcomp
elif [ -n "$ZSH_VERSION" ]; then
  # Make alias a distinct command for completion purposes when using zsh (see [4])
  setopt COMPLETE_ALIASES
  alias compopt=complete

  # Enable bash completion in zsh (see [7])
  # Only initialize completions module once to avoid unregistering existing completions.
  if ! type compdef > /dev/null; then
    autoload -U +X compinit && compinit
  fi
  autoload -U +X bashcompinit && bashcompinit
fi

# CompWordsContainsArray takes an array and then checks
# if all elements of this array are in the global COMP_WORDS array.
#
# Returns zero (no error) if all elements of the array are in the COMP_WORDS array,
# otherwise returns 1 (error).
function CompWordsContainsArray() {
  declare -a localArray
  localArray=("$@")
  local findme
  for findme in "${localArray[@]}"; do
    if ElementNotInCompWords "$findme"; then return 1; fi
  done
  return 0
}
function ElementNotInCompWords() {
  local findme="$1"
  local element
  for element in "${COMP_WORDS[@]}"; do
    if [[ "$findme" = "$element" ]]; then return 1; fi
  done
  return 0
}

# The `currentPositionalIndex` function calculates the index of the current positional parameter.
#
# currentPositionalIndex takes three parameters:
# the command name,
# a space-separated string with the names of options that take a parameter, and
# a space-separated string with the names of boolean options (that don't take any params).
# When done, this function echos the current positional index to std_out.
#
# Example usage:
# local currIndex=$(currentPositionalIndex "mysubcommand" "$ARG_OPTS" "$FLAG_OPTS")
function currentPositionalIndex() {
  local commandName="$1"
  local optionsWithArgs="$2"
  local booleanOptions="$3"
  local previousWord
  local result=0

  for i in $(seq $((COMP_CWORD - 1)) -1 0); do
    previousWord=${COMP_WORDS[i]}
    if [ "${previousWord}" = "$commandName" ]; then
      break
    fi
    if [[ "${optionsWithArgs}" =~ ${previousWord} ]]; then
      ((result-=2)) # Arg option and its value not counted as positional param
    elif [[ "${booleanOptions}" =~ ${previousWord} ]]; then
      ((result-=1)) # Flag option itself not counted as positional param
    fi
    ((result++))
  done
  echo "$result"
}

# compReplyArray generates a list of completion suggestions based on an array, ensuring all values are properly escaped.
#
# compReplyArray takes a single parameter: the array of options to be displayed
#
# The output is echoed to std_out, one option per line.
#
# Example usage:
# local options=("foo", "bar", "baz")
# local IFS=$'\n'
# COMPREPLY=($(compReplyArray "${options[@]}"))
function compReplyArray() {
  declare -a options
  options=("$@")
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local i
  local quoted
  local optionList=()

  for (( i=0; i<${#options[@]}; i++ )); do
    # Double escape, since we want escaped values, but compgen -W expands the argument
    printf -v quoted %q "${options[i]}"
    quoted=\'${quoted//\'/\'\\\'\'}\'

    optionList[i]=$quoted
  done

  # We also have to add another round of escaping to $curr_word.
  curr_word=${curr_word//\\/\\\\}
  curr_word=${curr_word//\'/\\\'}

  # Actually generate completions.
  local IFS=$'\n'
  echo -e "$(compgen -W "${optionList[*]}" -- "$curr_word")"
}

# Bash completion entry point function.
# _complete_sluice finds which commands and subcommands have been specified
# on the command line and delegates to the appropriate function
# to generate possible options and subcommands for the last specified subcommand.
function _complete_sluice() {
  # Edge case: if command line has no space after subcommand, then don't assume this subcommand is selected (remkop/picocli#1468).
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} buy" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} sell" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} cancel" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} amend" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} flatten" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} orders" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} order" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} fills" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} positions" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} balances" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} book" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} route" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} tape" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} symbols" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} venues" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} venue" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} feeds" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} risk" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} halt" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} reduce" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} resume" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} kill" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} unknown" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} reconcile" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} quality" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} health" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} alerts" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} status" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} wait" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} sleep" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} echo" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} note" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} help" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} watch" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} history" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} alias" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} exit" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} exec" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} dash" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} journal" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} config" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} doctor" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} shell" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} sim" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} record" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} replay" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} completion" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} man" ];    then _picocli_sluice; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} version" ];    then _picocli_sluice; return $?; fi

  # Find the longest sequence of subcommands and call the bash function for that subcommand.
  local cmds0=(buy)
  local cmds1=(sell)
  local cmds2=(cancel)
  local cmds3=(amend)
  local cmds4=(flatten)
  local cmds5=(orders)
  local cmds6=(order)
  local cmds7=(fills)
  local cmds8=(positions)
  local cmds9=(balances)
  local cmds10=(book)
  local cmds11=(route)
  local cmds12=(tape)
  local cmds13=(symbols)
  local cmds14=(venues)
  local cmds15=(venue)
  local cmds16=(feeds)
  local cmds17=(risk)
  local cmds18=(halt)
  local cmds19=(reduce)
  local cmds20=(resume)
  local cmds21=(kill)
  local cmds22=(unknown)
  local cmds23=(reconcile)
  local cmds24=(quality)
  local cmds25=(health)
  local cmds26=(alerts)
  local cmds27=(status)
  local cmds28=(wait)
  local cmds29=(sleep)
  local cmds30=(echo)
  local cmds31=(note)
  local cmds32=(help)
  local cmds33=(watch)
  local cmds34=(history)
  local cmds35=(alias)
  local cmds36=(exit)
  local cmds37=(exec)
  local cmds38=(dash)
  local cmds39=(journal)
  local cmds40=(config)
  local cmds41=(doctor)
  local cmds42=(shell)
  local cmds43=(sim)
  local cmds44=(record)
  local cmds45=(replay)
  local cmds46=(completion)
  local cmds47=(man)
  local cmds48=(version)

  if CompWordsContainsArray "${cmds48[@]}"; then _picocli_sluice_version; return $?; fi
  if CompWordsContainsArray "${cmds47[@]}"; then _picocli_sluice_man; return $?; fi
  if CompWordsContainsArray "${cmds46[@]}"; then _picocli_sluice_completion; return $?; fi
  if CompWordsContainsArray "${cmds45[@]}"; then _picocli_sluice_replay; return $?; fi
  if CompWordsContainsArray "${cmds44[@]}"; then _picocli_sluice_record; return $?; fi
  if CompWordsContainsArray "${cmds43[@]}"; then _picocli_sluice_sim; return $?; fi
  if CompWordsContainsArray "${cmds42[@]}"; then _picocli_sluice_shell; return $?; fi
  if CompWordsContainsArray "${cmds41[@]}"; then _picocli_sluice_doctor; return $?; fi
  if CompWordsContainsArray "${cmds40[@]}"; then _picocli_sluice_config; return $?; fi
  if CompWordsContainsArray "${cmds39[@]}"; then _picocli_sluice_journal; return $?; fi
  if CompWordsContainsArray "${cmds38[@]}"; then _picocli_sluice_dash; return $?; fi
  if CompWordsContainsArray "${cmds37[@]}"; then _picocli_sluice_exec; return $?; fi
  if CompWordsContainsArray "${cmds36[@]}"; then _picocli_sluice_exit; return $?; fi
  if CompWordsContainsArray "${cmds35[@]}"; then _picocli_sluice_alias; return $?; fi
  if CompWordsContainsArray "${cmds34[@]}"; then _picocli_sluice_history; return $?; fi
  if CompWordsContainsArray "${cmds33[@]}"; then _picocli_sluice_watch; return $?; fi
  if CompWordsContainsArray "${cmds32[@]}"; then _picocli_sluice_help; return $?; fi
  if CompWordsContainsArray "${cmds31[@]}"; then _picocli_sluice_note; return $?; fi
  if CompWordsContainsArray "${cmds30[@]}"; then _picocli_sluice_echo; return $?; fi
  if CompWordsContainsArray "${cmds29[@]}"; then _picocli_sluice_sleep; return $?; fi
  if CompWordsContainsArray "${cmds28[@]}"; then _picocli_sluice_wait; return $?; fi
  if CompWordsContainsArray "${cmds27[@]}"; then _picocli_sluice_status; return $?; fi
  if CompWordsContainsArray "${cmds26[@]}"; then _picocli_sluice_alerts; return $?; fi
  if CompWordsContainsArray "${cmds25[@]}"; then _picocli_sluice_health; return $?; fi
  if CompWordsContainsArray "${cmds24[@]}"; then _picocli_sluice_quality; return $?; fi
  if CompWordsContainsArray "${cmds23[@]}"; then _picocli_sluice_reconcile; return $?; fi
  if CompWordsContainsArray "${cmds22[@]}"; then _picocli_sluice_unknown; return $?; fi
  if CompWordsContainsArray "${cmds21[@]}"; then _picocli_sluice_kill; return $?; fi
  if CompWordsContainsArray "${cmds20[@]}"; then _picocli_sluice_resume; return $?; fi
  if CompWordsContainsArray "${cmds19[@]}"; then _picocli_sluice_reduce; return $?; fi
  if CompWordsContainsArray "${cmds18[@]}"; then _picocli_sluice_halt; return $?; fi
  if CompWordsContainsArray "${cmds17[@]}"; then _picocli_sluice_risk; return $?; fi
  if CompWordsContainsArray "${cmds16[@]}"; then _picocli_sluice_feeds; return $?; fi
  if CompWordsContainsArray "${cmds15[@]}"; then _picocli_sluice_venue; return $?; fi
  if CompWordsContainsArray "${cmds14[@]}"; then _picocli_sluice_venues; return $?; fi
  if CompWordsContainsArray "${cmds13[@]}"; then _picocli_sluice_symbols; return $?; fi
  if CompWordsContainsArray "${cmds12[@]}"; then _picocli_sluice_tape; return $?; fi
  if CompWordsContainsArray "${cmds11[@]}"; then _picocli_sluice_route; return $?; fi
  if CompWordsContainsArray "${cmds10[@]}"; then _picocli_sluice_book; return $?; fi
  if CompWordsContainsArray "${cmds9[@]}"; then _picocli_sluice_balances; return $?; fi
  if CompWordsContainsArray "${cmds8[@]}"; then _picocli_sluice_positions; return $?; fi
  if CompWordsContainsArray "${cmds7[@]}"; then _picocli_sluice_fills; return $?; fi
  if CompWordsContainsArray "${cmds6[@]}"; then _picocli_sluice_order; return $?; fi
  if CompWordsContainsArray "${cmds5[@]}"; then _picocli_sluice_orders; return $?; fi
  if CompWordsContainsArray "${cmds4[@]}"; then _picocli_sluice_flatten; return $?; fi
  if CompWordsContainsArray "${cmds3[@]}"; then _picocli_sluice_amend; return $?; fi
  if CompWordsContainsArray "${cmds2[@]}"; then _picocli_sluice_cancel; return $?; fi
  if CompWordsContainsArray "${cmds1[@]}"; then _picocli_sluice_sell; return $?; fi
  if CompWordsContainsArray "${cmds0[@]}"; then _picocli_sluice_buy; return $?; fi

  # No subcommands were specified; generate completions for the top-level command.
  _picocli_sluice; return $?;
}

# Generates completions for the options and subcommands of the `sluice` command.
function _picocli_sluice() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="buy sell cancel amend flatten orders order fills positions balances book route tape symbols venues venue feeds risk halt reduce resume kill unknown reconcile quality health alerts status wait sleep echo note help watch history alias exit exec dash journal config doctor shell sim record replay completion man version"
  local flag_opts="'--attach' '--no-attach' '--json' '--no-color' '--no-pager' '--yes' '-v' '-h' '--help'"
  local arg_opts="'--config' '--profile' '--home' '--journal' '--seed' '--sim'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--config')
      return
      ;;
    '--profile')
      return
      ;;
    '--home')
      return
      ;;
    '--journal')
      return
      ;;
    '--seed')
      return
      ;;
    '--sim')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `buy` subcommand.
function _picocli_sluice_buy() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--post-only' '--reduce-only' '--dry-run' '--no-wait' '--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--at' '--on' '--tif' '--collar' '--decision-px' '--tag'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--at')
      return
      ;;
    '--on')
      return
      ;;
    '--tif')
      return
      ;;
    '--collar')
      return
      ;;
    '--decision-px')
      return
      ;;
    '--tag')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `sell` subcommand.
function _picocli_sluice_sell() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--post-only' '--reduce-only' '--dry-run' '--no-wait' '--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--at' '--on' '--tif' '--collar' '--decision-px' '--tag'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--at')
      return
      ;;
    '--on')
      return
      ;;
    '--tif')
      return
      ;;
    '--collar')
      return
      ;;
    '--decision-px')
      return
      ;;
    '--tag')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `cancel` subcommand.
function _picocli_sluice_cancel() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--all' '--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--venue' '--symbol' '--side'"
  local SIDE_option_args=("BUY" "SELL") # --side values

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--venue')
      return
      ;;
    '--symbol')
      return
      ;;
    '--side')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${SIDE_option_args[@]}" ) )
      return $?
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `amend` subcommand.
function _picocli_sluice_amend() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--qty' '--at'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--qty')
      return
      ;;
    '--at')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `flatten` subcommand.
function _picocli_sluice_flatten() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--venue'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--venue')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `orders` subcommand.
function _picocli_sluice_orders() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--open' '--closed' '--all' '--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--symbol' '--venue' '--last'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--symbol')
      return
      ;;
    '--venue')
      return
      ;;
    '--last')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `order` subcommand.
function _picocli_sluice_order() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `fills` subcommand.
function _picocli_sluice_fills() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--symbol' '--venue' '--last'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--symbol')
      return
      ;;
    '--venue')
      return
      ;;
    '--last')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `positions` subcommand.
function _picocli_sluice_positions() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--symbol' '--venue'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--symbol')
      return
      ;;
    '--venue')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `balances` subcommand.
function _picocli_sluice_balances() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--venue'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--venue')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `book` subcommand.
function _picocli_sluice_book() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--venue' '--depth' '--all-in'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--venue')
      return
      ;;
    '--depth')
      return
      ;;
    '--all-in')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `route` subcommand.
function _picocli_sluice_route() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--at' '--on'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--at')
      return
      ;;
    '--on')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `tape` subcommand.
function _picocli_sluice_tape() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--venue' '--last'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--venue')
      return
      ;;
    '--last')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `symbols` subcommand.
function _picocli_sluice_symbols() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--all' '--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--venue'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--venue')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `venues` subcommand.
function _picocli_sluice_venues() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `venue` subcommand.
function _picocli_sluice_venue() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `feeds` subcommand.
function _picocli_sluice_feeds() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--all' '--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--symbol' '--venue' '--since'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--symbol')
      return
      ;;
    '--venue')
      return
      ;;
    '--since')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `risk` subcommand.
function _picocli_sluice_risk() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--venue' '--symbol' '--tag'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--venue')
      return
      ;;
    '--symbol')
      return
      ;;
    '--tag')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `halt` subcommand.
function _picocli_sluice_halt() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--venue' '--symbol' '--tag' '--reason'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--venue')
      return
      ;;
    '--symbol')
      return
      ;;
    '--tag')
      return
      ;;
    '--reason')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `reduce` subcommand.
function _picocli_sluice_reduce() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--venue' '--symbol' '--tag' '--reason'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--venue')
      return
      ;;
    '--symbol')
      return
      ;;
    '--tag')
      return
      ;;
    '--reason')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `resume` subcommand.
function _picocli_sluice_resume() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--venue' '--symbol' '--tag' '--reason'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--venue')
      return
      ;;
    '--symbol')
      return
      ;;
    '--tag')
      return
      ;;
    '--reason')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `kill` subcommand.
function _picocli_sluice_kill() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--drill' '--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--venue' '--symbol' '--tag'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--venue')
      return
      ;;
    '--symbol')
      return
      ;;
    '--tag')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `unknown` subcommand.
function _picocli_sluice_unknown() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--as' '--fill' '--evidence'"
  local WHAT_option_args=("FILLED" "CANCELLED" "NEVER_SENT") # --as values

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--as')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${WHAT_option_args[@]}" ) )
      return $?
      ;;
    '--fill')
      return
      ;;
    '--evidence')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `reconcile` subcommand.
function _picocli_sluice_reconcile() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--plan' '--apply' '--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--venue' '--reason'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--venue')
      return
      ;;
    '--reason')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `quality` subcommand.
function _picocli_sluice_quality() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--since' '--by' '--last'"
  local WHAT_option_args=("VENUE" "TYPE" "HOUR" "REGIME") # --by values

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--since')
      return
      ;;
    '--by')
      local IFS=$'\n'
      COMPREPLY=( $( compReplyArray "${WHAT_option_args[@]}" ) )
      return $?
      ;;
    '--last')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `health` subcommand.
function _picocli_sluice_health() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `alerts` subcommand.
function _picocli_sluice_alerts() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--ack'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--ack')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `status` subcommand.
function _picocli_sluice_status() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `wait` subcommand.
function _picocli_sluice_wait() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--timeout'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--timeout')
      return
      ;;
  esac
  local GOAL_pos_param_args=("OPEN" "FILLED" "CLOSED") # 1-1 values

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local currIndex
    currIndex=$(currentPositionalIndex "wait" "${arg_opts}" "${flag_opts}")
    if (( currIndex >= 1 && currIndex <= 1 )); then
      positionals=$( compReplyArray "${GOAL_pos_param_args[@]}" )
    fi
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `sleep` subcommand.
function _picocli_sluice_sleep() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `echo` subcommand.
function _picocli_sluice_echo() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `note` subcommand.
function _picocli_sluice_note() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `help` subcommand.
function _picocli_sluice_help() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `watch` subcommand.
function _picocli_sluice_watch() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--every' '--times'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--every')
      return
      ;;
    '--times')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `history` subcommand.
function _picocli_sluice_history() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `alias` subcommand.
function _picocli_sluice_alias() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `exit` subcommand.
function _picocli_sluice_exit() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}

  local commands=""
  local flag_opts="'--force' '--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `exec` subcommand.
function _picocli_sluice_exec() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--keep-going' '--check' '--dry-run' '--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'-c' '--batch' '--ready-timeout'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-c')
      return
      ;;
    '--batch')
      return
      ;;
    '--ready-timeout')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local currIndex
    currIndex=$(currentPositionalIndex "exec" "${arg_opts}" "${flag_opts}")
    if (( currIndex >= 0 && currIndex <= 2147483647 )); then
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      positionals=$( compgen -f -- "${curr_word}" ) # files
    fi
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `dash` subcommand.
function _picocli_sluice_dash() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `journal` subcommand.
function _picocli_sluice_journal() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--expect' '--since' '--order'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--expect')
      return
      ;;
    '--since')
      return
      ;;
    '--order')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `config` subcommand.
function _picocli_sluice_config() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `doctor` subcommand.
function _picocli_sluice_doctor() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `shell` subcommand.
function _picocli_sluice_shell() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `sim` subcommand.
function _picocli_sluice_sim() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--venues' '--port' '--scenario' '--replay' '--venue' '--speed'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--venues')
      return
      ;;
    '--port')
      return
      ;;
    '--scenario')
      return
      ;;
    '--replay')
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      COMPREPLY=( $( compgen -f -- "${curr_word}" ) ) # files
      return $?
      ;;
    '--venue')
      return
      ;;
    '--speed')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `record` subcommand.
function _picocli_sluice_record() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--venues' '--symbols' '--for'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--venues')
      return
      ;;
    '--symbols')
      return
      ;;
    '--for')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local currIndex
    currIndex=$(currentPositionalIndex "record" "${arg_opts}" "${flag_opts}")
    if (( currIndex >= 0 && currIndex <= 0 )); then
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      positionals=$( compgen -f -- "${curr_word}" ) # files
    fi
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `replay` subcommand.
function _picocli_sluice_replay() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--venue' '--checkpoints'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--venue')
      return
      ;;
    '--checkpoints')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local currIndex
    currIndex=$(currentPositionalIndex "replay" "${arg_opts}" "${flag_opts}")
    if (( currIndex >= 0 && currIndex <= 0 )); then
      local IFS=$'\n'
      type compopt &>/dev/null && compopt -o filenames
      positionals=$( compgen -f -- "${curr_word}" ) # files
    fi
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `completion` subcommand.
function _picocli_sluice_completion() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `man` subcommand.
function _picocli_sluice_man() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts="'--to'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--to')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `version` subcommand.
function _picocli_sluice_version() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}

  local commands=""
  local flag_opts="'--json' '--no-color' '--no-pager' '--yes' '-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Define a completion specification (a compspec) for the
# `sluice`, `sluice.sh`, and `sluice.bash` commands.
# Uses the bash `complete` builtin (see [6]) to specify that shell function
# `_complete_sluice` is responsible for generating possible completions for the
# current word on the command line.
# The `-o default` option means that if the function generated no matches, the
# default Bash completions and the Readline default filename completions are performed.
complete -F _complete_sluice -o default sluice sluice.sh sluice.bash
