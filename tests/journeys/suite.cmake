# The journeys, against the program of this build. Where there is no Chromium they fail, and say so.
if(TARGET safelead)
    add_test(NAME journeys COMMAND ${CMAKE_CURRENT_LIST_DIR}/run $<TARGET_FILE:safelead>)
    set_tests_properties(journeys PROPERTIES TIMEOUT 1800 LABELS journeys)
endif()
