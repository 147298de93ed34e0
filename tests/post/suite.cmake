# Mail to an SMTP server from npm, over TLS, through a crash.
if(TARGET safelead)
    add_test(NAME post COMMAND ${CMAKE_CURRENT_LIST_DIR}/run $<TARGET_FILE:safelead>)
    set_tests_properties(post PROPERTIES COST 1000 TIMEOUT 1800 LABELS post)
endif()
