#!/bin/sh
# Before a commit: layout of the staged files, the dev build, the tests of the core and the checks.
# To use it: git config core.hooksPath tests/checks/hooks
set -eu
cd "$(git rev-parse --show-toplevel)"
if command -v clang-format-14 >/dev/null; then
    git diff --cached --name-only --diff-filter=ACM -- '*.c' '*.h' |
        xargs -r clang-format-14 --dry-run -Werror
else
    echo "pre-commit: clang-format 14 is not here, layout is not checked" >&2
fi
[ -f build/dev/build.ninja ] || cmake --preset dev >/dev/null
cmake --build build/dev >build/pre-commit.log || {
    tail -n 40 build/pre-commit.log
    exit 1
}
ctest --test-dir build/dev -L 'core|checks' -LE 'long|includes' --output-on-failure --progress -j 2
