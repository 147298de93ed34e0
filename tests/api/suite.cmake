# The interface for schools' own systems, with a validator and a generated client from npm.
if(TARGET safelead)
    add_test(NAME api COMMAND ${CMAKE_CURRENT_LIST_DIR}/run $<TARGET_FILE:safelead>)
    set_tests_properties(api PROPERTIES COST 300 TIMEOUT 1800 LABELS api)
endif()
