# Imports by the command, on the folder and through a running server.
if(TARGET safelead)
    add_test(NAME import COMMAND ${CMAKE_CURRENT_LIST_DIR}/run $<TARGET_FILE:safelead>)
    set_tests_properties(import PROPERTIES COST 1000 TIMEOUT 1800 LABELS import)
endif()
