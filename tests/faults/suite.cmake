# The world broken under the real program: disks that are full or can only be read, a clock that is set back.
if(TARGET safelead)
    add_library(settable_clock MODULE ${CMAKE_CURRENT_LIST_DIR}/clock.cpp)
    set_target_properties(settable_clock PROPERTIES PREFIX "" COMPILE_OPTIONS "" LINK_OPTIONS "")
    target_compile_options(settable_clock PRIVATE -fno-sanitize=all)
    target_link_options(settable_clock PRIVATE -fno-sanitize=all)
    add_test(NAME faults COMMAND ${CMAKE_CURRENT_LIST_DIR}/run $<TARGET_FILE:safelead> $<TARGET_FILE:settable_clock>)
    set_tests_properties(faults PROPERTIES COST 1000 TIMEOUT 1800 LABELS faults)
endif()
