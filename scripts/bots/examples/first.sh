#!/bin/sh
# The shortest bot: plays the first action that is neither shelving nor stopping.
# See scripts/bots/PROTOCOL.md.
#
# tpd match --scenario short --games 10 --seats 'US=cmd:"sh scripts/bots/examples/first.sh"'
while read -r word rest; do
    case $word in
    hello) echo "hello 1 first" ;;
    legal) legal=$rest ;;
    choose)
        choice=$(echo "$legal" | tr ';' '\n' | grep -v -e '^shelve' -e '^stop' | head -n 1)
        echo "choose $rest ${choice:-0}"
        ;;
    bye) exit ;;
    esac
done
