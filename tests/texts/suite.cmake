# Nothing that is written for young people, parents or staff is harder to read than it may be.
add_test(NAME reading_age COMMAND ${CMAKE_SOURCE_DIR}/tools/reading-age --check)
