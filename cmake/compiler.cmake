# Warnings are errors; what the presets ask for (sanitisers, hardening, LTO) is spelled out once, here.
find_program(CCACHE ccache)
if(CCACHE)
    # With paths taken from the clone's own folder, what one clone compiled serves the next. Files are compared
    # byte for byte (CCACHE_DEPEND), not as the preprocessor leaves them: a precompiled header knows its parts by
    # their size, and one from before a comment changed has them a second time. The namespace leaves those behind.
    set(launcher ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 CCACHE_DEPEND=1
        CCACHE_NAMESPACE=byte-for-byte CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
    set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
                    -Woverloaded-virtual)
# The fuzzers are built with clang, whose warnings are not ours to keep: g++ is the judge.
option(SAFELEAD_FUZZ "The libFuzzer targets and nothing else" OFF)
if(NOT SAFELEAD_FUZZ)
    add_compile_options(-Werror)
endif()
add_compile_definitions(_GLIBCXX_ASSERTIONS)

set(SAFELEAD_SANITIZE "" CACHE STRING "Sanitisers, as given to -fsanitize= (address,undefined or thread)")
if(SAFELEAD_SANITIZE)
    add_compile_options(-fsanitize=${SAFELEAD_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    if(SAFELEAD_SANITIZE MATCHES "address")
        # ASan stops at a null reference as well, and these two checks at every access took a third of the build.
        add_compile_options(-fno-sanitize=null,alignment)
    endif()
    # At a fixed address: a program of the tests has a million addresses in its tables, and putting them right took
    # half of each start.
    add_link_options(-fsanitize=${SAFELEAD_SANITIZE} -no-pie)
    # A program of the tests has 250 MB with the sanitisers: 5 seconds to link instead of 38, on a busy machine.
    find_program(MOLD mold)
    if(MOLD)
        add_link_options(-fuse-ld=mold)
    endif()
    if(SAFELEAD_SANITIZE STREQUAL "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        add_compile_options(-Wno-tsan)  # Asio's fences stand beside locks, which TSan does see
    endif()
endif()

option(SAFELEAD_HARDEN "Hardening flags and link-time optimisation, as released" OFF)
if(SAFELEAD_HARDEN)
    add_compile_options(-D_FORTIFY_SOURCE=2 -fstack-protector-strong -fstack-clash-protection -fcf-protection)
    add_link_options(-Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack -pie)
    set(CMAKE_POSITION_INDEPENDENT_CODE ON)
    set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ON)
endif()
