#!/bin/sh
# SPDX-License-Identifier: MIT
#
# usage: transcript.sh PROGRAM TRANSCRIPT
#
# Runs the commands of a transcript with PROGRAM as azsreg, and compares what comes with what stands there, byte by
# byte. A transcript is a file of:
#
#     # A comment.
#     $ azsreg detail 99                   a command for sh; a backslash at its end continues it on the next line
#     The provided registration [...]      what it prints on standard output
#     2> azsreg: unknown code '99' [...]   each line that it prints on standard error
#     exit 1                               its exit status, if that is not 0
#                                          an empty line
set -eu
program=$1 transcript=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$program" "$work/bin/azsreg"
PATH=$work/bin:$PATH

run() { # COMMAND
  status=0
  (cd "$work" && sh -c "$1" < /dev/null > output 2> errors) || status=$?
  cat "$work/output"
  sed 's/^/2> /' "$work/errors"
  [ "$status" -eq 0 ] || echo "exit $status"
  echo
}

# Prints the transcript with what its commands print now.
replay() {
  head=yes # up to the first command
  while IFS= read -r line; do
    case $line in
      '$ '*) head= ;;
      '#'*) printf '%s\n' "$line"; continue ;;
      *) [ -z "$head" ] || printf '%s\n' "$line"; continue ;;
    esac
    printf '%s\n' "$line"
    command=${line#??}
    while [ "${command%\\}" != "$command" ]; do
      IFS= read -r line
      printf '%s\n' "$line"
      command=${command%\\}$line
    done
    run "$command"
  done < "$transcript"
}

check() { # SETTING
  replay | sed '$d' > "$work/actual"
  grep -q '^[$] ' "$transcript" && diff -U 10 "$transcript" "$work/actual" > "$work/difference" && return
  echo "$transcript, $1: expected is -, actual is +"
  cat -v "$work/difference"
  exit 1
}

check "as usual"
# Options and words are told apart in the same way, and messages are English, whatever the environment says.
unset LC_ALL
export LANG=de_DE.UTF-8 POSIXLY_CORRECT=1
check "with LANG=$LANG POSIXLY_CORRECT=1"
