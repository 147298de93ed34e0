# What `safelead words` makes of a document, with the real program.
if(TARGET safelead)
    add_test(NAME words_command COMMAND ${CMAKE_CURRENT_LIST_DIR}/run $<TARGET_FILE:safelead>)
    set_tests_properties(words_command PROPERTIES TIMEOUT 900 LABELS words)
endif()
