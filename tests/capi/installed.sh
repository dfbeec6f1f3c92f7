#!/bin/sh
# installed.sh TOP BUILD NM COMPILER [FLAG…]: what `cmake --install` puts down is enough to compile
# and run the example, wherever it lies, and the library shows nothing but its interface.
set -eu
top=$1
build=$2
nm=$3
shift 3

cmake --install "$build" --prefix "$PWD/first" >install.log
mv first place # nothing may know where it was put
PKG_CONFIG_PATH=$(dirname "$(find "$PWD/place" -name tpd.pc)")
export PKG_CONFIG_PATH
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/place" -name libtpd.so)")
export LD_LIBRARY_PATH

# shellcheck disable=SC2046 # lists of words
"$@" -Wall -Wextra -Wpedantic -Werror -std=c99 "$top/scripts/capi/random_games.c" \
    $(pkg-config --cflags --libs tpd) -o random_games
rules=$(pkg-config --variable=rulesdir tpd)
./random_games "$rules" short 2 20
./random_games "$rules" full 4 5
VIEWS=1 ./random_games "$rules" lesson-1 4 5

fails()
{
    expected=$1
    shift
    ! "$@" 2>err || exit 1
    grep -q "$expected" err || {
        cat err
        exit 1
    }
}
fails "nowhere" ./random_games nowhere
fails "unknown scenario 'shrot': did you mean 'short'?" ./random_games "$rules" shrot
fails "3 seats: expected 2 or 4" ./random_games "$rules" short 3

"$nm" -D --defined-only "$LD_LIBRARY_PATH/libtpd.so" | sed 's/.* //' | sort >shown
sed -n 's/^TPD_API .*[ *]\(tpd_[a-z_]*\)(.*/\1/p' "$(find place -name tpd.h)" | sort >declared
grep -v -E '^(__asan_|__odr_asan|__ubsan_|__tsan_|__gcov|__llvm|llvm_gcov|__start_|__stop_|_init$|_fini$)' shown >own || :
diff declared own || {
    echo "libtpd.so shows other names than tpd.h declares"
    exit 1
}
[ "$(wc -l <declared)" -ge 20 ]
