# What browsers load is built by npm before CMake runs, and carried inside the program; so is what npm knows of
# passwords.
set(assets_source ${CMAKE_SOURCE_DIR}/build/assets/embedded.cpp)
if(NOT EXISTS ${assets_source})
    message(FATAL_ERROR "The pages' style sheet and scripts are not built yet: run tools/build-assets, then cmake again.")
endif()
if(TARGET web)
    target_sources(web PRIVATE ${assets_source})
endif()
if(TARGET app)
    target_sources(app PRIVATE ${CMAKE_SOURCE_DIR}/build/assets/known_passwords.cpp)
endif()
