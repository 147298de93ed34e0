# Signing in through an OpenID provider from npm.
if(TARGET safelead)
    add_test(NAME oidc COMMAND ${CMAKE_CURRENT_LIST_DIR}/run $<TARGET_FILE:safelead>)
    set_tests_properties(oidc PROPERTIES COST 500 TIMEOUT 1800 LABELS oidc)
endif()
