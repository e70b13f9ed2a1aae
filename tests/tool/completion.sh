#!/bin/sh
# SPDX-License-Identifier: MIT
#
# Completion, as a person at bash sees it: each case types a line at an
# interactive shell, then the key, and shows what the line has become.
#
#     completion.sh PROGRAM DATA_DIRECTORY
set -eu

PATH=$(dirname "$1"):$PATH
cd "$2/bash-completion/completions"
setup="source ./azsreg"
passed=0
failed=0
TAB='\t'    # completes as far as it is clear
ALL='\033*' # inserts all there is to choose from

# Types LINE and KEY after the command SETUP. Then the line is made the argument
# of echo, from which nothing else comes on standard output.
type_line() { # SETUP LINE KEY
  printf '%s\n%s%b\001echo "\005|"\n' "$1" "$2" "$3" |
    INPUTRC=/dev/null HISTFILE=/dev/null bash --norc --noprofile -i 2> /dev/null
}

check() { # LINE KEY EXPECTED [SETUP]
  actual=$(type_line "${4-$setup}" "$1" "$2")
  if [ "$actual" = "$3|" ]; then
    passed=$((passed + 1))
    return
  fi
  printf 'typed:    %s %s\nexpected: %s|\nactual:   %s\n' "$1" "$2" "$3" "$actual"
  failed=$((failed + 1))
}

codes=$(azsreg list | sort | tr '\n' ' ')
[ -n "$codes" ]

# Commands.
check 'azsreg ' "$ALL" 'azsreg detail explain list '
check 'azsreg e' "$TAB" 'azsreg explain '
check 'azsreg x' "$TAB" 'azsreg x'
check 'azsreg --help d' "$TAB" 'azsreg --help detail '
check 'azsreg -h d' "$TAB" 'azsreg -h detail '

# Codes.
check 'azsreg detail ' "$ALL" "azsreg detail $codes"
check 'azsreg explain ' "$ALL" "azsreg explain $codes"
check 'azsreg detail RegistrationN' "$TAB" 'azsreg detail RegistrationNotFound '
check 'azsreg explain InvalidC' "$ALL" 'azsreg explain InvalidCSPSubscription InvalidCustomerSubscriptionId '
check 'azsreg detail reg' "$TAB" 'azsreg detail reg'
check 'azsreg detail RegistrationNotFound ' "$TAB" 'azsreg detail RegistrationNotFound '
check 'azsreg explain RegistrationNotFound Inv' "$ALL" \
  'azsreg explain RegistrationNotFound InvalidCSPSubscription InvalidCustomerSubscriptionId '
check 'azsreg list ' "$TAB" 'azsreg list '
check 'azsreg detail -- RegistrationN' "$TAB" 'azsreg detail -- RegistrationNotFound '

# Options: those that take a value are left open for it.
check 'azsreg --v' "$TAB" 'azsreg --version '
check 'azsreg detail --su' "$TAB" 'azsreg detail --subscription-id='
check 'azsreg --re' "$TAB" 'azsreg --re'
check 'azsreg detail RegistrationNotFound --resource-i' "$TAB" 'azsreg detail RegistrationNotFound --resource-id='
values='--registration-name= --resource-group= --resource-id= --subscription-id='
check 'azsreg detail -' "$ALL" "azsreg detail --customer-subscription-id= --help $values --version "
check 'azsreg list --' "$ALL" 'azsreg list --help --version '

# After values, given in one word or in two; a value itself is left alone.
check 'azsreg detail --resource-group=x RegistrationN' "$TAB" 'azsreg detail --resource-group=x RegistrationNotFound '
check 'azsreg detail --resource-group x RegistrationN' "$TAB" 'azsreg detail --resource-group x RegistrationNotFound '
check 'azsreg --resource-group x e' "$TAB" 'azsreg --resource-group x explain '
check 'azsreg detail --resource-group Reg' "$TAB" 'azsreg detail --resource-group Reg'
check 'azsreg detail --resource-group=Reg' "$TAB" 'azsreg detail --resource-group=Reg'
check 'azsreg detail --resource-group=' "$TAB" 'azsreg detail --resource-group='

# By the package bash-completion, which finds the file by the command's name.
loader=/usr/share/bash-completion/bash_completion
if [ -r "$loader" ]; then
  check 'azsreg explain Meta' "$TAB" 'azsreg explain MetadataResolverBadGatewayError ' \
    "XDG_DATA_DIRS='$2'; source $loader"
else
  echo "not tried: bash-completion is not installed"
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
