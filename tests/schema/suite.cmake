# The packs against their JSON Schemas; needs npm.
add_test(NAME guidance_schemas COMMAND ${CMAKE_CURRENT_LIST_DIR}/run)
set_tests_properties(guidance_schemas PROPERTIES TIMEOUT 900)
