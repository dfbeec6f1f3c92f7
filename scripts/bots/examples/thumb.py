#!/usr/bin/env python3
"""A bot that goes by rules of thumb.  See scripts/bots/PROTOCOL.md.

tpd match --scenario short --games 10 --seats 'US=cmd:"python3 scripts/bots/examples/thumb.py"'
"""
import sys

# What an action is worth, by the words it begins with; the first that fits counts.
WORTH = [
    ("release", 9), ("integrate", 8), ("train", 7), ("optimise", 6), ("build datacentre", 6),
    ("build silicon", 5), ("court", 4), ("impose", 3), ("safeguard", 2), ("ops", 5), ("event", 4),
    ("headline", 1), ("pick", 1), ("option 0", 1), ("shelve", -1), ("stop", -2),
]


def pairs(words):
    """['round=1', 'P=5'] -> {'round': '1', 'P': '5'}"""
    return dict(word.split("=", 1) for word in words if "=" in word)


def worth(action, nations, cards):
    value = next((worth for words, worth in WORTH if action.startswith(words)), 0)
    last = action.split()[-1]
    if last in nations:  # a heavy nation counts more
        value += int(nations[last]["weight"])
    if last in cards:  # cards of many points are for operations
        value += int(cards[last]["ops"]) if action.startswith("ops") else 0
    return value


def main():
    nations, cards, view, legal = {}, {}, {}, []
    for line in sys.stdin:
        word, _, rest = line.strip().partition(" ")
        if word == "hello":
            print("hello 1 thumb", flush=True)
        elif word == "nation":
            nations[rest.split()[0]] = pairs(rest.split())
        elif word == "card":
            cards[rest.split()[0]] = pairs(rest.split())
        elif word == "view":
            view = pairs(rest.split())
        elif word == "legal":
            legal = rest.split(";")
        elif word == "choose":
            best = max(legal, key=lambda action: worth(action, nations, cards))
            print(f"explain round {view['round']}, worth {worth(best, nations, cards)}")
            print(f"choose {rest} {best}", flush=True)
        elif word == "bye":
            return


main()
