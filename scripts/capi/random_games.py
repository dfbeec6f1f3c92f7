#!/usr/bin/env python3
"""Random games through libtpd with ctypes: nothing to compile but the library itself.

    scripts/capi/random_games.py                            500 games of the short scenario
    scripts/capi/random_games.py --games 50 --scenario full --seats 4
    scripts/capi/random_games.py --views                    also fills view and mask each time
    scripts/capi/random_games.py --library /usr/local/lib/libtpd.so --rules /usr/local/share/tpd/rules

engine/capi/tpd.h describes every function.
"""

import argparse
import ctypes
import os
import random
import sys
import time

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
ABI_VERSION = 1
ERROR_SIZE = 1024
NAME_SIZE = 64
LEGAL_MAX = 128
SEAT_COUNT = 4

POINTER = ctypes.c_void_p
OUT = ctypes.POINTER(ctypes.c_void_p)
INT = ctypes.c_int
TEXT = ctypes.c_char_p

# name: what it returns, what it takes
FUNCTIONS = {
    "tpd_abi_version": (INT, []),
    "tpd_action_count": (INT, []),
    "tpd_view_size": (INT, []),
    "tpd_rules_load": (INT, [OUT, TEXT, TEXT]),
    "tpd_rules_free": (None, [POINTER]),
    "tpd_game_new": (INT, [OUT, POINTER, TEXT]),
    "tpd_game_free": (None, [POINTER]),
    "tpd_reset": (INT, [POINTER, TEXT, INT, ctypes.c_uint64, TEXT]),
    "tpd_terminal": (INT, [POINTER]),
    "tpd_seat": (INT, [POINTER]),
    "tpd_legal": (INT, [POINTER, POINTER, POINTER]),
    "tpd_step": (INT, [POINTER, INT]),
    "tpd_returns": (INT, [POINTER, POINTER]),
    "tpd_view": (INT, [POINTER, INT, POINTER]),
    "tpd_view_name": (INT, [INT, TEXT]),
    "tpd_action_text": (INT, [POINTER, INT, TEXT]),
}


def open_library(path):
    """The library with the types of its functions."""
    try:
        library = ctypes.CDLL(path)
    except OSError as error:
        sys.exit(f"{error}: build it with `cmake --build build/release`, or give --library FILE")
    for name, (result, arguments) in FUNCTIONS.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = arguments
    version = library.tpd_abi_version()
    if version != ABI_VERSION:
        sys.exit(f"{path}: expected version {ABI_VERSION} of the interface, found {version}")
    return library


class Game:
    """One game after another, and the buffers that it fills."""

    def __init__(self, library, rules_directory):
        self.library = library
        self.rules = ctypes.c_void_p()
        self.handle = ctypes.c_void_p()
        self.error = ctypes.create_string_buffer(ERROR_SIZE)
        self.actions = (ctypes.c_int32 * LEGAL_MAX)()
        self.mask = (ctypes.c_uint8 * library.tpd_action_count())()
        self.view = (ctypes.c_int16 * library.tpd_view_size())()
        self.check(library.tpd_rules_load(ctypes.byref(self.rules), os.fsencode(rules_directory), self.error))
        self.check(library.tpd_game_new(ctypes.byref(self.handle), self.rules, self.error))

    def check(self, status):
        if status < 0:
            sys.exit(self.error.value.decode())

    def slots(self):
        """The slot of each name of the view."""
        name = ctypes.create_string_buffer(NAME_SIZE)
        slots = {}
        for slot in range(len(self.view)):
            self.library.tpd_view_name(slot, name)
            slots[name.value.decode()] = slot
        return slots

    def play(self, arguments, seed, views):
        """A random game; returns its number of choices and what each seat gets."""
        library, handle, actions = self.library, self.handle, self.actions
        legal, step, choose = library.tpd_legal, library.tpd_step, random.Random(seed).random
        steps = 0
        self.check(library.tpd_reset(handle, arguments.scenario.encode(), arguments.seats, seed, self.error))
        while True:
            count = legal(handle, actions, self.mask if views else None)
            if count == 0:
                break
            if views:
                library.tpd_view(handle, library.tpd_seat(handle), self.view)
            step(handle, actions[int(choose() * count)])
            steps += 1
        returns = (ctypes.c_int32 * SEAT_COUNT)()
        self.check(library.tpd_returns(handle, returns))
        return steps, list(returns)

    def close(self):
        self.library.tpd_game_free(self.handle)
        self.library.tpd_rules_free(self.rules)


def read_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", default=os.path.join(TOP, "build", "release", "libtpd.so"))
    parser.add_argument("--rules", default=os.path.join(TOP, "rules"))
    parser.add_argument("--scenario", default="short")
    parser.add_argument("--seats", type=int, default=2)
    parser.add_argument("--games", type=int, default=500)
    parser.add_argument("--views", action="store_true")
    return parser.parse_args()


def main():
    arguments = read_arguments()
    game = Game(open_library(arguments.library), arguments.rules)
    slots = game.slots()
    steps = 0
    total = [0] * SEAT_COUNT
    began = time.perf_counter()
    for seed in range(arguments.games):
        played, returns = game.play(arguments, seed, arguments.views)
        steps += played
        total = [sum(pair) for pair in zip(total, returns)]
    seconds = time.perf_counter() - began
    game.library.tpd_view(game.handle, -1, game.view)
    print(f"last game: round {game.view[slots['round']]}, price {game.view[slots['track.P']]}, "
          f"vp {game.view[slots['vp.US']]} to {game.view[slots['vp.CN']]}")
    print("mean returns:", " ".join(f"{value / max(arguments.games, 1):.0f}" for value in total))
    print(f"{arguments.games} games, {steps} steps: {arguments.games / seconds:.0f} games/s, "
          f"{steps / seconds:.0f} steps/s")
    game.close()


if __name__ == "__main__":
    main()
