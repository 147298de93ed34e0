# The record proved from outside: exports, a verifier in another language, a witness, an older copy put back.
if(TARGET safelead)
    add_test(NAME proof COMMAND ${CMAKE_CURRENT_LIST_DIR}/run $<TARGET_FILE:safelead>)
    set_tests_properties(proof PROPERTIES COST 1000 TIMEOUT 1800 LABELS proof)
endif()
