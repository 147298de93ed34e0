# Keys, with the program of this build.
if(TARGET safelead)
    add_test(NAME keys COMMAND ${CMAKE_CURRENT_LIST_DIR}/run $<TARGET_FILE:safelead>)
    set_tests_properties(keys PROPERTIES COST 1000 TIMEOUT 2700)
endif()
