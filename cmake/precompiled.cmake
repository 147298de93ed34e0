# Headers that most files of a target read (case.h alone draws in fifty) are compiled once for all of them, with
# SAFELEAD_PRECOMPILE. docs/adr/0232.
option(SAFELEAD_PRECOMPILE "Compile what most files include once, ahead of them" OFF)

set(precompiled_of_record record/case.h)
set(precompiled_of_app app/parts.h fmt/format.h)
set(precompiled_of_web app/not_done.h app/safelead.h web/forms/form_writer.h web/http/answerer.h web/pages/words.h
                       fmt/format.h)
set(precompiled_of_record_test gmock/gmock.h support/case_builders.h)
set(precompiled_of_exchange_test gmock/gmock.h guidance/pack.h)
set(precompiled_of_ledger_test gmock/gmock.h support/ledger_parts.h)
set(precompiled_of_app_test gmock/gmock.h support/practice_partnership.h app/cases.h)
set(precompiled_of_web_test gmock/gmock.h support/practice_site.h)
set(precompiled_of_properties_test gtest/gtest.h rapidcheck/gtest.h)

function(precompile target)
    if(SAFELEAD_PRECOMPILE AND precompiled_of_${target})
        list(TRANSFORM precompiled_of_${target} REPLACE "(.+)" "<\\1>" OUTPUT_VARIABLE headers)
        target_precompile_headers(${target} PRIVATE ${headers})
        # What the compiler's cache asks for: docs of ccache, "Precompiled headers".
        target_compile_options(${target} PRIVATE
            $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess> $<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>)
    endif()
endfunction()
